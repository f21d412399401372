package io.parley.bench.gateway;

import io.parley.bench.load.Waiting;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** One body of any size through the gateway, never faster than it is taken and never held. */
final class Transfer {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Buffer PART = Buffer.buffer(new byte[64 * 1024]);

    private final HttpClient client;
    private final URI gateway;
    private final String token;

    Transfer(Vertx vertx, URI gateway, String token) {
        this.client = vertx.createHttpClient();
        this.gateway = gateway;
        this.token = token;
    }

    /** Sends a body; gives how many bytes of it the service has had. */
    long up(long bytes) throws IOException {
        return Waiting.on(
                client.request(to(HttpMethod.POST, StubService.TAKES_ALL)
                                .putHeader("Content-Type", "application/x-ndjson"))
                        .compose(request -> {
                            write(request.setChunked(true), bytes);
                            return request.response();
                        })
                        .compose(HttpClientResponse::body)
                        .map(counted -> Long.parseLong(counted.toString())),
                LONGEST);
    }

    /** Takes an answer; gives how many bytes of it came. */
    long down(long bytes) throws IOException {
        String path = StubService.LARGE + "?" + StubService.BYTES + "=" + bytes;
        return Waiting.on(
                client.request(to(HttpMethod.GET, path))
                        .compose(HttpClientRequest::send)
                        .compose(Transfer::count),
                LONGEST);
    }

    private static Future<Long> count(HttpClientResponse answer) {
        Promise<Long> whole = Promise.promise();
        long[] bytes = new long[1];
        answer.handler(part -> bytes[0] += part.length());
        answer.exceptionHandler(whole::tryFail);
        answer.endHandler(over -> whole.tryComplete(bytes[0]));
        return whole.future();
    }

    private static void write(HttpClientRequest request, long rest) {
        long left = rest;
        while (left > 0 && !request.writeQueueFull()) {
            int now = (int) Math.min(left, PART.length());
            var unused = request.write(PART.slice(0, now));
            left -= now;
        }
        long still = left;
        if (still > 0) {
            request.drainHandler(room -> write(request, still));
        } else {
            request.end();
        }
    }

    private RequestOptions to(HttpMethod method, String uri) {
        return new RequestOptions()
                .setMethod(method)
                .setHost(gateway.getHost())
                .setPort(gateway.getPort())
                .setURI(uri)
                .putHeader("Authorization", "Bearer " + token);
    }
}
