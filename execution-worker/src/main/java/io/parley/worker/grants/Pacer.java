package io.parley.worker.grants;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Spaces out one worker's requests to one target: each goes 1/rate seconds after the one before it (the generic cell
 * rate algorithm), and none before what answers took in tokens is worked off at the tokens' rate: an answer tells what
 * it took when it is there, so those under way may take more than the rate, and those after them wait for it. Those that
 * cannot go yet wait in their order. Times are the worker's nanoseconds.
 */
final class Pacer {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** How much lateness of the clock that releases requests is made up for. */
    private static final long MAX_LAG = TimeUnit.MILLISECONDS.toNanos(50);

    /** What answers took holds nothing up for longer, whatever they report. */
    private static final long LONGEST_DEBT = TimeUnit.MINUTES.toNanos(5);

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private double perSecond;
    private double tokensPerSecond;

    /** From one request to the next, by the last rate that let any go. */
    private long interval;

    /** By which tokens are worked off: the last rate above 0. */
    private double payingPerSecond = Double.POSITIVE_INFINITY;

    private long paidAt = Long.MIN_VALUE;
    private long lastAt = Long.MIN_VALUE / 2;
    private long heldUntil = Long.MIN_VALUE;

    /**
     * The rates from now on; 0 lets nothing go, infinity everything.
     *
     * @param tokensPerSecond of the target's model
     */
    void limitTo(double requestsPerSecond, double tokensPerSecond) {
        this.perSecond = requestsPerSecond;
        this.tokensPerSecond = tokensPerSecond;
        if (requestsPerSecond > 0) {
            interval = (long) (SECOND / requestsPerSecond);
        }
        if (tokensPerSecond > 0) {
            payingPerSecond = tokensPerSecond;
        }
    }

    /** An answer took so many tokens. */
    void spent(long tokens, long now) {
        long price = Math.min(LONGEST_DEBT, (long) (SECOND * (tokens / payingPerSecond)));
        if (price > 0) {
            paidAt = Math.min(Math.max(paidAt, now) + price, now + LONGEST_DEBT);
        }
    }

    /** Whether nothing that went before holds up what comes next. */
    boolean isClear(long now) {
        return now >= paidAt && now >= lastAt + interval;
    }

    /** Lets nothing go before this time. */
    void holdUntil(long time) {
        heldUntil = Math.max(heldUntil, time);
    }

    /** Whether a request may go right now; then it counts as gone. */
    boolean tryGo(long now) {
        return waiting.isEmpty() && go(now);
    }

    void await(Runnable request) {
        waiting.add(request);
    }

    /** Takes out of the line those that may go by now. */
    List<Runnable> due(long now) {
        List<Runnable> due = new ArrayList<>();
        while (!waiting.isEmpty() && go(now)) {
            due.add(waiting.remove());
        }
        return due;
    }

    private boolean go(long now) {
        if (perSecond <= 0 || tokensPerSecond <= 0 || now < heldUntil || now < paidAt) {
            return false;
        }
        long at = Math.max(lastAt + interval, now - MAX_LAG);
        if (at > now) {
            return false;
        }
        lastAt = at;
        return true;
    }
}
