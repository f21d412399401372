package io.parley.worker.sockets;

import io.parley.contracts.WebSocketTarget.End;
import io.parley.platform.expressions.Effort;
import io.parley.platform.expressions.InvalidExpression;
import io.parley.platform.expressions.Regex;
import io.parley.platform.expressions.TooCostly;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Waits for one answer: takes messages until the target's rule says that it is complete, within a time limit. */
final class Answering implements Socket.Listener {

    /** Most characters of an answer, and bytes of a message. */
    static final int MOST = 1 << 20;

    private static final int MOST_MESSAGES = 1 << 16;

    private final Vertx vertx;
    private final Socket socket;
    private final End end;
    private final @Nullable Regex pattern;
    private final IntFunction<RuntimeException> onTimeout;
    private final Effort effort = Effort.onAnEventLoop();
    private final UniEmitter<? super Messages> result;
    private final List<String> messages = new ArrayList<>();
    private final long sentAt = System.nanoTime();
    private final long timer;
    private @Nullable Long silence;
    private Duration first = Duration.ZERO;
    private Duration last = Duration.ZERO;
    private int length;
    private boolean late;
    private boolean over;

    private Answering(
            Vertx vertx,
            Socket socket,
            End end,
            Duration limit,
            IntFunction<RuntimeException> onTimeout,
            UniEmitter<? super Messages> result) {
        this.vertx = vertx;
        this.socket = socket;
        this.end = end;
        this.pattern = end.pattern() == null ? null : compiled(end.pattern());
        this.onTimeout = onTimeout;
        this.result = result;
        this.timer = vertx.setTimer(Math.max(1, limit.toMillis()), fired -> timeIsOver());
    }

    /**
     * Says something and ends with what comes back, or with {@link io.parley.worker.BrokenOff}.
     *
     * @param limit of the answer without the silence that may end it
     * @param onTimeout the failure when the time is over, by the number of messages that came
     */
    static void start(
            Vertx vertx,
            Socket socket,
            String message,
            End end,
            Duration limit,
            IntFunction<RuntimeException> onTimeout,
            UniEmitter<? super Messages> result) {
        Answering answering = new Answering(vertx, socket, end, limit, onTimeout, result);
        socket.listen(answering);
        socket.send(message);
    }

    private static Regex compiled(String pattern) {
        try {
            return Regex.compile(pattern, false);
        } catch (InvalidExpression malformed) {
            throw SocketFailures.invalidPattern(String.valueOf(malformed.getMessage()));
        }
    }

    @Override
    public void heard(String message) {
        if (late) {
            failed(onTimeout.apply(messages.size()));
        } else {
            take(message);
        }
    }

    private void take(String message) {
        last = sinceSent();
        if (messages.isEmpty()) {
            first = last;
        }
        messages.add(message);
        length += message.length();
        if (length > MOST) {
            failed(SocketFailures.tooLarge(socket.url(), MOST));
        } else if (messages.size() > MOST_MESSAGES) {
            failed(SocketFailures.tooManyMessages(socket.url(), MOST_MESSAGES));
        } else if (isComplete(message)) {
            succeed();
        } else {
            awaitSilence();
        }
    }

    @Override
    public void failed(RuntimeException failure) {
        if (finished()) {
            result.fail(failure);
        }
    }

    /** An answer that may be complete already, because there is silence, is so unless more comes. */
    private void timeIsOver() {
        late = true;
        if (silence == null) {
            failed(onTimeout.apply(messages.size()));
        }
    }

    private Duration sinceSent() {
        return Duration.ofNanos(System.nanoTime() - sentAt);
    }

    private boolean isComplete(String message) {
        boolean counted = end.count() != null && messages.size() >= end.count();
        return counted || (pattern != null && matches(pattern, message));
    }

    private boolean matches(Regex rule, String message) {
        try {
            return rule.find(message, effort).isPresent();
        } catch (TooCostly endless) {
            failed(SocketFailures.invalidPattern(String.valueOf(endless.getMessage())));
            return false;
        }
    }

    private void awaitSilence() {
        if (end.silence() != null && !over) {
            forgetSilence();
            silence = vertx.setTimer(Math.max(1, end.silence().toMillis()), fired -> succeed());
        }
    }

    private void forgetSilence() {
        if (silence != null) {
            vertx.cancelTimer(silence);
        }
    }

    private void succeed() {
        if (finished()) {
            result.complete(
                    new Messages(List.copyOf(messages), first, last, sinceSent().minus(last), null));
        }
    }

    /** Whether this is the first end of it. */
    private boolean finished() {
        boolean before = over;
        over = true;
        vertx.cancelTimer(timer);
        forgetSilence();
        if (!before) {
            socket.listen(null);
        }
        return !before;
    }
}
