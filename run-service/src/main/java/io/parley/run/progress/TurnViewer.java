package io.parley.run.progress;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One socket. A slow one keeps a few turns waiting, misses those that come then, and is told how many. */
final class TurnViewer {

    /** Each is some ten thousand characters at most. */
    private static final int MOST_WAITING = 64;

    private final Function<String, Uni<Void>> send;
    private final Supplier<Uni<Void>> close;
    private final Executor loop;
    private final Queue<String> waiting = new ArrayDeque<>();
    private int missed;
    private boolean sending;
    private boolean ending;

    /**
     * One that has seen nothing yet.
     *
     * @param send completes when the socket has taken the text
     * @param loop on which the viewer is used
     */
    TurnViewer(Function<String, Uni<Void>> send, Supplier<Uni<Void>> close, Executor loop) {
        this.send = send;
        this.close = close;
        this.loop = loop;
    }

    void show(String turn) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(turn);
            sendNext();
        } else {
            missed++;
        }
    }

    /** There will be no more: the socket closes when it has taken what waits. */
    void end() {
        ending = true;
        sendNext();
    }

    private void sendNext() {
        if (sending) {
            return;
        }
        String next = next();
        if (next != null) {
            sending = true;
            var unused = send.apply(next).subscribe().with(done -> loop.execute(this::sent), gone -> {});
        } else if (ending) {
            sending = true;
            var unused = close.get().subscribe().with(done -> {}, gone -> {});
        }
    }

    /** Those that were missed came after those that waited. */
    private @Nullable String next() {
        String next = waiting.poll();
        if (next == null && missed > 0) {
            next = "{\"missed\":" + missed + "}";
            missed = 0;
        }
        return next;
    }

    private void sent() {
        sending = false;
        sendNext();
    }
}
