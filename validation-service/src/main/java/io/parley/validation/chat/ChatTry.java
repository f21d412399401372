package io.parley.validation.chat;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request once and reads its response up to a limit, within a time limit that covers the connection too. Whatever
 * ends it early, time or size, ends the connection. All of it happens on one event loop.
 */
final class ChatTry {

    /** Most bytes of a response that are read. */
    static final int MAX_RESPONSE = 1 << 20;

    private final Vertx vertx;
    private final Buffer content;
    private final UniEmitter<? super ChatResponse> result;
    private final Buffer body = Buffer.buffer();
    private final long timer;
    private @Nullable HttpClientRequest request;
    private boolean over;

    private ChatTry(Vertx vertx, Buffer content, Duration limit, UniEmitter<? super ChatResponse> result) {
        this.vertx = vertx;
        this.content = content;
        this.result = result;
        this.timer = vertx.setTimer(
                limit.toMillis(),
                fired -> fail(new TryFailed("it gave no complete answer within " + limit.toSeconds() + " s", null)));
    }

    /** Ends with the response, or with {@link TryFailed} or {@link ChatFailed}. */
    static void start(
            HttpClient client,
            Vertx vertx,
            RequestOptions to,
            Buffer content,
            Duration limit,
            UniEmitter<? super ChatResponse> result) {
        ChatTry attempt = new ChatTry(vertx, content, limit, result);
        var unused = result.onTermination(attempt::abandon);
        client.request(to).onComplete(connected -> {
            if (connected.succeeded()) {
                attempt.send(connected.result());
            } else {
                attempt.fail(broken(connected.cause(), "there is no connection to it"));
            }
        });
    }

    private void send(HttpClientRequest connected) {
        if (over) {
            var unused = connected.reset();
            return;
        }
        request = connected;
        connected.send(content).onComplete(answered -> {
            if (answered.succeeded()) {
                read(answered.result());
            } else {
                fail(broken(answered.cause(), "it closed the connection before its answer was complete"));
            }
        });
    }

    private void read(HttpClientResponse response) {
        response.exceptionHandler(
                failure -> fail(broken(failure, "it closed the connection before its answer was complete")));
        response.handler(this::take);
        response.endHandler(end -> succeed(response));
    }

    private void take(Buffer part) {
        if (body.length() + part.length() > MAX_RESPONSE) {
            fail(new ChatFailed("its answer is longer than %,d bytes".formatted(MAX_RESPONSE)));
        } else if (!over) {
            body.appendBuffer(part);
        }
    }

    private void succeed(HttpClientResponse response) {
        if (finish()) {
            result.complete(new ChatResponse(
                    response.statusCode(),
                    response.getHeader(HttpHeaders.RETRY_AFTER),
                    body.toString(),
                    content.length()));
        }
    }

    private void fail(RuntimeException failure) {
        if (finish()) {
            reset();
            result.fail(failure);
        }
    }

    /** Nobody waits for it any more. */
    private void abandon() {
        if (finish()) {
            reset();
        }
    }

    private void reset() {
        if (request != null) {
            var unused = request.reset();
        }
    }

    /** Whether this is the first end of it. */
    private boolean finish() {
        boolean first = !over;
        over = true;
        vertx.cancelTimer(timer);
        return first;
    }

    private static RuntimeException broken(Throwable cause, String otherwise) {
        boolean tls = cause instanceof SSLException || cause.getCause() instanceof SSLException;
        return tls ? new ChatFailed("its certificate is not valid for its host") : new TryFailed(otherwise, null);
    }
}
