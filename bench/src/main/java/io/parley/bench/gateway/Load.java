package io.parley.bench.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Connections that each send the next request when the last is answered. */
final class Load {

    private static final int OK = 200;

    private final Vertx vertx;
    private final RequestOptions request;
    private final int connections;
    private final AtomicLong answered = new AtomicLong();
    private volatile long deadline;

    /** @param token to show */
    Load(Vertx vertx, URI address, String token, int connections) {
        this.vertx = vertx;
        this.connections = connections;
        this.request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setURI(StubService.SMALL)
                .putHeader("Authorization", "Bearer " + token);
    }

    /** Sends for so long; gives how many requests were answered. Any answer but 200 is a failure. */
    long send(Duration time) throws IOException {
        answered.set(0);
        deadline = System.nanoTime() + time.toNanos();
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(connections));
        Future<?> all = Future.join(IntStream.range(0, connections)
                .mapToObj(one -> keepAsking(client))
                .toList());
        Waiting.on(all, time.plusSeconds(30));
        Waiting.on(client.close(), Duration.ofSeconds(10));
        return answered.get();
    }

    private Future<Void> keepAsking(HttpClient client) {
        Promise<Void> over = Promise.promise();
        ask(client, over);
        return over.future();
    }

    private void ask(HttpClient client, Promise<Void> over) {
        if (System.nanoTime() - deadline > 0) {
            over.complete();
            return;
        }
        client.request(request)
                .compose(open -> open.send())
                .compose(answer -> answer.statusCode() == OK
                        ? answer.body()
                        : Future.failedFuture("answered " + answer.statusCode()))
                .onSuccess(body -> answered.incrementAndGet())
                .onSuccess(body -> ask(client, over))
                .onFailure(over::tryFail);
    }
}
