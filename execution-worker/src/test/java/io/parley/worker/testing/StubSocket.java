package io.parley.worker.testing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** An assistant on a WebSocket that keeps what it was told and answers as a test wants. */
public final class StubSocket implements AutoCloseable {

    private final HttpServer server;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> handshakes = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();

    private StubSocket(HttpServer server) {
        this.server = server;
    }

    /** Answers every message with this. */
    public static StubSocket answering(Vertx vertx, BiConsumer<ServerWebSocket, String> answer) {
        HttpServer server = vertx.createHttpServer();
        StubSocket stub = new StubSocket(server);
        server.requestHandler(request -> {
            var unused = request.toWebSocket().onSuccess(socket -> stub.accept(socket, answer));
        });
        return stub.listening();
    }

    /** Answers every handshake with a refusal. */
    public static StubSocket refusing(Vertx vertx) {
        return refusing(vertx, 403);
    }

    /** Answers every handshake with this status. */
    public static StubSocket refusing(Vertx vertx, int status) {
        HttpServer server = vertx.createHttpServer();
        server.requestHandler(request -> {
            var unused = request.response().setStatusCode(status).end("no");
        });
        return new StubSocket(server).listening();
    }

    private StubSocket listening() {
        get(server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture());
        return this;
    }

    private void accept(ServerWebSocket socket, BiConsumer<ServerWebSocket, String> answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        socket.headers().forEach(headers::put);
        handshakes.add(headers);
        open.incrementAndGet();
        socket.closeHandler(closed -> open.decrementAndGet());
        socket.textMessageHandler(message -> {
            received.add(message);
            answer.accept(socket, message);
        });
    }

    public int port() {
        return server.actualPort();
    }

    /** Messages so far, in the order of their arrival. */
    public List<String> received() {
        return received;
    }

    /** The headers of each handshake so far, by name in any case. */
    public List<Map<String, String>> handshakes() {
        return handshakes;
    }

    /** Connections that are open. */
    public int open() {
        return open.get();
    }

    @Override
    public void close() {
        get(server.close().toCompletionStage().toCompletableFuture());
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
