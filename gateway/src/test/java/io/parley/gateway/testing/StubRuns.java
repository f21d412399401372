package io.parley.gateway.testing;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.atomic.AtomicReference;

/** Answers in every way a service can. What it does stands in the path. */
final class StubRuns implements Stub {

    private static final Buffer PART = Buffer.buffer(new byte[64 * 1024]);
    private static final int PARTS = 256;

    private final AtomicReference<String> lastGone = new AtomicReference<>("");

    @Override
    public void handle(HttpServerRequest request) {
        switch (String.valueOf(request.path())) {
            case "/api/v1/runs/odd" -> odd(request);
            case "/api/v1/runs/silent" -> request.response().closeHandler(gone -> lastGone.set("silent"));
            case "/api/v1/runs/stream" -> stream(request, PARTS);
            case "/api/v1/runs/gone" -> request.response().end(lastGone.getAndSet(""));
            case "/api/v1/runs/hangs-up" -> request.connection().close();
            case "/api/v1/runs/dies-chunked" -> die(request, true);
            case "/api/v1/runs/dies" -> die(request, false);
            case "/api/v1/runs/early" -> request.response().setStatusCode(409).end("enough");
            case "/api/v1/runs/7/progress" -> request.toWebSocket().onSuccess(this::converse);
            case "/api/v1/runs/7/other" -> request.response().setStatusCode(409).end();
            case "/api/v1/runs/nothing" -> request.response().setStatusCode(204).end();
            case "/q/openapi" -> request.response().end(StubDocuments.RUNS);
            default -> Echo.answer(request);
        }
    }

    /** Echoes text; {@code close 4001 bye} closes, {@code headers} tells what came with the handshake. */
    private void converse(ServerWebSocket socket) {
        socket.closeHandler(gone -> lastGone.set("socket " + socket.closeStatusCode()));
        socket.textMessageHandler(text -> {
            String[] words = text.split(" ", 3);
            switch (words[0]) {
                case "close" -> socket.close(Short.parseShort(words[1]), words[2]);
                case "headers" ->
                    socket.writeTextMessage(socket.headers().get("Authorization") + " "
                            + socket.headers().get("X-Request-Id") + " "
                            + socket.headers().get("X-API-Key"));
                default -> socket.writeTextMessage(text);
            }
        });
        socket.binaryMessageHandler(socket::writeBinaryMessage);
    }

    private static void odd(HttpServerRequest request) {
        request.response()
                .setStatusCode(418)
                .setStatusMessage("Short and stout")
                .putHeader("X-Odd", "yes")
                .putHeader("Connection", "X-Private")
                .putHeader("X-Private", "only for the next hop")
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("ETag", "\"7\"")
                .putHeader("Content-Length", "17")
                .end("{\"code\":\"teapot\"}");
    }

    private static void stream(HttpServerRequest request, int parts) {
        request.response().setChunked(true);
        write(request, parts);
    }

    private static void write(HttpServerRequest request, int parts) {
        if (parts == 0) {
            request.response().end();
        } else {
            request.response().write(PART).onSuccess(written -> write(request, parts - 1));
        }
    }

    private static void die(HttpServerRequest request, boolean chunked) {
        if (chunked) {
            request.response().setChunked(true);
        } else {
            request.response().putHeader("Content-Length", "1000");
        }
        request.response()
                .write("half of it")
                .onSuccess(written -> request.connection().close());
    }
}
