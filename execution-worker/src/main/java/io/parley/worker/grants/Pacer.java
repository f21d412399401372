package io.parley.worker.grants;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Spaces out one worker's requests to one target: each goes 1/rate seconds after the one before it (the generic cell
 * rate algorithm). Those that cannot go yet wait in their order. Times are the worker's nanoseconds.
 */
final class Pacer {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** How much lateness of the clock that releases requests is made up for. */
    private static final long MAX_LAG = TimeUnit.MILLISECONDS.toNanos(50);

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private double perSecond;
    private long lastAt = Long.MIN_VALUE / 2;
    private long heldUntil = Long.MIN_VALUE;

    /** @param requestsPerSecond 0 lets nothing go, infinity everything */
    void limitTo(double requestsPerSecond) {
        perSecond = requestsPerSecond;
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
        if (perSecond <= 0 || now < heldUntil) {
            return false;
        }
        long at = Math.max(lastAt + (long) (SECOND / perSecond), now - MAX_LAG);
        if (at > now) {
            return false;
        }
        lastAt = at;
        return true;
    }
}
