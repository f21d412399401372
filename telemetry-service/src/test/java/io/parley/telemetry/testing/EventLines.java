package io.parley.telemetry.testing;

import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/** A stream of events on its way to the service, line by line; whoever opens one ends it. */
public final class EventLines implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClientRequest request;

    private EventLines(Sender sender) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        request = done(vertx.createHttpClient()
                .request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost("localhost")
                        .setPort(port)
                        .setURI("/api/v1/telemetry/events/stream")
                        .putHeader("Authorization", "Bearer " + sender.token())
                        .putHeader("Content-Type", "application/x-ndjson"))
                .toCompletionStage()
                .toCompletableFuture());
        request.setChunked(true);
    }

    public static EventLines of(Sender sender) {
        return new EventLines(sender);
    }

    /** Sends text as it is; completes when it has left. */
    public EventLines send(String text) {
        done(request.write(Buffer.buffer(text)).toCompletionStage().toCompletableFuture());
        return this;
    }

    /** What the service has to say before the stream is over. */
    public Answer answer() {
        return done(request.response()
                .compose(response -> response.body().map(body -> Answer.of(response, body)))
                .toCompletionStage()
                .toCompletableFuture());
    }

    /** Ends the stream. */
    public Answer end() {
        done(request.end().toCompletionStage().toCompletableFuture());
        return answer();
    }

    @Override
    public void close() {
        done(vertx.close().toCompletionStage().toCompletableFuture());
    }

    private static <T> T done(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** How the service answered. */
    public record Answer(int status, String retryAfter, JsonPath body) {

        private static Answer of(HttpClientResponse response, Buffer body) {
            return new Answer(
                    response.statusCode(),
                    String.valueOf(response.getHeader("Retry-After")),
                    JsonPath.from(body.toString()));
        }
    }
}
