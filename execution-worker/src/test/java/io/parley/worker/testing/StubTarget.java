package io.parley.worker.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** A target on a real socket that keeps what it was asked and answers as a test wants. */
public final class StubTarget implements AutoCloseable {

    /**
     * A request as it arrived.
     *
     * @param headers by name in lower case
     */
    public record Received(String method, String uri, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private StubTarget(HttpServer server) {
        this.server = server;
    }

    /** Answers every request with this once its body is read. */
    public static StubTarget answering(Vertx vertx, BiConsumer<HttpServerRequest, Buffer> answer) {
        return start(vertx, 0, answer);
    }

    /** Answers every request with this JSON. */
    public static StubTarget answering(Vertx vertx, String json) {
        return answering(vertx, (request, body) -> json(request, json));
    }

    /** As {@link #answering}, at a port that was another target's before. */
    public static StubTarget start(Vertx vertx, int port, BiConsumer<HttpServerRequest, Buffer> answer) {
        HttpServer server = vertx.createHttpServer();
        StubTarget target = new StubTarget(server);
        server.requestHandler(request -> request.bodyHandler(body -> {
            target.received.add(
                    new Received(request.method().name(), request.uri(), headers(request), body.toString()));
            answer.accept(request, body);
        }));
        get(server.listen(port, "127.0.0.1").toCompletionStage().toCompletableFuture());
        return target;
    }

    public static void json(HttpServerRequest request, String json) {
        var unused =
                request.response().putHeader("content-type", "application/json").end(json);
    }

    public int port() {
        return server.actualPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Requests so far, in the order of their arrival. */
    public List<Received> received() {
        return received;
    }

    @Override
    public void close() {
        get(server.close().toCompletionStage().toCompletableFuture());
    }

    private static Map<String, String> headers(HttpServerRequest request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach(headers::put);
        return headers;
    }

    private static <T> T get(java.util.concurrent.CompletableFuture<T> future) {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
