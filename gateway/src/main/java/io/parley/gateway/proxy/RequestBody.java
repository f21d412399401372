package io.parley.gateway.proxy;

import io.parley.gateway.answers.GatewayProblems;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** The body of a request on its way to a service: never held here, never faster than the service takes it. */
final class RequestBody {

    private final HttpServerRequest from;
    private final HttpClientRequest to;
    private final long limit;
    private final Promise<Void> done = Promise.promise();
    private long passed;

    private RequestBody(HttpServerRequest from, HttpClientRequest to, long limit) {
        this.from = from;
        this.to = to;
        this.limit = limit;
    }

    /** Whether the client announces more than the limit. */
    static boolean isTooLarge(HttpServerRequest request, long limit) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > limit;
    }

    /**
     * Passes the body on. Fails with 413 when it turns out larger than the limit, or with the client's failure; then the
     * service's request is broken off.
     */
    static Future<Void> pass(HttpServerRequest from, HttpClientRequest to, long limit) {
        if (!AnnouncedBody.isIn(from)) {
            return to.end();
        }
        return new RequestBody(from, to, limit).start();
    }

    private Future<Void> start() {
        to.setChunked(!from.headers().contains(HttpHeaders.CONTENT_LENGTH));
        from.handler(this::pass);
        from.endHandler(over -> to.end().onComplete(done));
        from.exceptionHandler(failure -> breakOff(GatewayProblems.unreadable(failure)));
        if ("100-continue".equalsIgnoreCase(from.getHeader(HttpHeaders.EXPECT))) {
            from.response().writeContinue();
        }
        from.resume();
        return done.future();
    }

    private void pass(Buffer part) {
        passed += part.length();
        if (passed > limit) {
            breakOff(GatewayProblems.tooLarge(limit));
            return;
        }
        to.write(part);
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(room -> from.resume());
        }
    }

    private void breakOff(Throwable failure) {
        if (done.tryFail(failure)) {
            from.handler(unread -> {});
            to.reset();
        }
    }
}
