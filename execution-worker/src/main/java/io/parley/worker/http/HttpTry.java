package io.parley.worker.http;

import io.parley.worker.BrokenOff;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request once and reads its response up to a limit, within a time limit. All of it happens on one event loop.
 * Whatever ends it early, time or size, ends the connection too.
 */
final class HttpTry {

    /** Most bytes of a response that are read. */
    static final int MAX_ANSWER = 1 << 20;

    /** In a stream of events, most bytes are not the answer's. */
    static final int MAX_STREAM = 4 << 20;

    /** An answer that has not begun by then is not looked for on and on. */
    private static final int MOST_BEFORE_ANSWER = 1 << 16;

    private final HttpCall call;
    private final UniEmitter<? super HttpResponse> result;
    private final Vertx vertx;
    private final Buffer body = Buffer.buffer();
    private final long timer;
    private int most = MAX_ANSWER;
    private @Nullable HttpClientRequest request;
    private long sentAt;
    private @Nullable Duration firstByte;
    private boolean over;

    private HttpTry(
            HttpCall call,
            Duration limit,
            Supplier<BrokenOff> onTimeout,
            UniEmitter<? super HttpResponse> result,
            Vertx vertx) {
        this.call = call;
        this.result = result;
        this.vertx = vertx;
        this.timer = vertx.setTimer(Math.max(1, limit.toMillis()), fired -> fail(onTimeout.get()));
    }

    /**
     * Ends with the response, with {@link TryFailed} when the connection failed, or with {@link BrokenOff}.
     *
     * @param onTimeout the failure when the time is over
     */
    static void start(
            HttpClient client,
            Vertx vertx,
            HttpCall call,
            InetAddress address,
            Duration limit,
            Supplier<BrokenOff> onTimeout,
            UniEmitter<? super HttpResponse> result) {
        HttpTry attempt = new HttpTry(call, limit, onTimeout, result, vertx);
        client.request(call.to(address)).onComplete(connected -> {
            if (connected.succeeded()) {
                attempt.send(connected.result());
            } else {
                attempt.fail(Causes.ofConnection(call, connected.cause()));
            }
        });
    }

    private void send(HttpClientRequest connected) {
        if (over) {
            var unused = connected.reset();
            return;
        }
        request = connected;
        sentAt = System.nanoTime();
        Buffer content = call.body();
        (content == null ? connected.send() : connected.send(content)).onComplete(answered -> {
            if (answered.succeeded()) {
                read(answered.result());
            } else {
                fail(Causes.ofAnswer(call, answered.cause()));
            }
        });
    }

    private void read(HttpClientResponse response) {
        most = HttpResponse.isEventStream(contentType(response)) ? MAX_STREAM : MAX_ANSWER;
        response.exceptionHandler(broken -> fail(Causes.ofAnswer(call, broken)));
        response.handler(this::take);
        response.endHandler(end -> succeed(response));
    }

    private void take(Buffer part) {
        if (body.length() + part.length() > most) {
            fail(HttpFailures.answerTooLarge(call, most));
        } else if (!over) {
            body.appendBuffer(part);
            notice();
        }
    }

    private void notice() {
        if (firstByte == null
                && (body.length() > MOST_BEFORE_ANSWER || call.begun().test(body))) {
            firstByte = sinceSent();
        }
    }

    private void succeed(HttpClientResponse response) {
        if (finish()) {
            Duration latency = sinceSent();
            result.complete(new HttpResponse(
                    response.statusCode(),
                    response.getHeader(HttpHeaders.RETRY_AFTER),
                    contentType(response),
                    response.headers().getAll(HttpHeaders.SET_COOKIE),
                    body.toString(charset(contentType(response))),
                    latency,
                    firstByte == null ? latency : firstByte));
        }
    }

    private static @Nullable String contentType(HttpClientResponse response) {
        return response.getHeader(HttpHeaders.CONTENT_TYPE);
    }

    private Duration sinceSent() {
        return Duration.ofNanos(System.nanoTime() - sentAt);
    }

    private void fail(RuntimeException failure) {
        HttpClientRequest sent = request;
        if (finish()) {
            if (sent != null) {
                var unused = sent.reset();
            }
            result.fail(failure);
        }
    }

    /** Whether this is the first end of it. */
    private boolean finish() {
        boolean first = !over;
        over = true;
        vertx.cancelTimer(timer);
        return first;
    }

    private static Charset charset(@Nullable String contentType) {
        int at = contentType == null ? -1 : contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (contentType == null || at < 0) {
            return StandardCharsets.UTF_8;
        }
        String name = contentType
                .substring(at + "charset=".length())
                .split("[;\\s]", 2)[0]
                .replace("\"", "");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
