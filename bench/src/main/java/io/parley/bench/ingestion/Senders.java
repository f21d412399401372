package io.parley.bench.ingestion;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Connections to the gateway that send batches, each its next one when the one before is answered. */
final class Senders implements AutoCloseable {

    private static final int ACCEPTED = 202;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final RequestOptions request;
    private final int connections;

    Senders(URI gateway, String token, int connections) {
        this.connections = connections;
        this.client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(connections));
        this.request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(gateway.getHost())
                .setPort(gateway.getPort())
                .setURI("/api/v1/telemetry/events/batch")
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", "application/json");
    }

    /**
     * Sends for so long, and answers how many events were accepted.
     *
     * @param eventsPerSecond over all connections; without limit if infinite
     */
    long send(Duration length, double eventsPerSecond) {
        Sending sending = new Sending(
                System.nanoTime() + length.toNanos(), (long) (1e9 * Events.IN_A_BATCH * connections / eventsPerSecond));
        for (int connection = 0; connection < connections; connection++) {
            long first = System.nanoTime() + sending.pauseNanos * connection / connections;
            vertx.runOnContext(ignored -> sending.at(first));
        }
        return sending.accepted.join();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private final class Sending {

        private final long end;
        private final long pauseNanos;
        private final AtomicLong events = new AtomicLong();
        private final AtomicInteger left = new AtomicInteger(connections);
        private final CompletableFuture<Long> accepted = new CompletableFuture<>();

        Sending(long end, long pauseNanos) {
            this.end = end;
            this.pauseNanos = pauseNanos;
        }

        /** Sends a batch when it is due. One that is late does not put off those after it. */
        void at(long due) {
            long wait = Duration.ofNanos(due - System.nanoTime()).toMillis();
            if (due >= end || System.nanoTime() >= end) {
                ended();
            } else if (wait > 0) {
                vertx.setTimer(wait, fired -> one(due));
            } else {
                one(due);
            }
        }

        private void one(long due) {
            client.request(request)
                    .compose(opened -> opened.send(Buffer.buffer(Events.batch())))
                    .compose(answer -> answer.body().map(body -> requireAccepted(answer.statusCode(), body.toString())))
                    .onSuccess(taken -> {
                        events.addAndGet(taken);
                        at(pauseNanos == 0 ? System.nanoTime() : due + pauseNanos);
                    })
                    .onFailure(accepted::completeExceptionally);
        }

        private static int requireAccepted(int status, String body) {
            if (status != ACCEPTED) {
                throw new IllegalStateException("a batch was answered " + status + " " + body);
            }
            return Events.IN_A_BATCH;
        }

        private void ended() {
            if (left.decrementAndGet() == 0) {
                accepted.complete(events.get());
            }
        }
    }
}
