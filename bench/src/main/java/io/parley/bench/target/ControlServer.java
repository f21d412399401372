package io.parley.bench.target;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** The side of a mock target that takes orders, also while the other is dead. */
final class ControlServer {

    private final Vertx vertx;
    private final ChatServer chat;
    private volatile int port;

    ControlServer(Vertx vertx, ChatServer chat) {
        this.vertx = vertx;
        this.chat = chat;
    }

    Future<Void> listen(int wanted) {
        return vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(wanted, "127.0.0.1")
                .onSuccess(ready -> port = ready.actualPort())
                .mapEmpty();
    }

    int port() {
        return port;
    }

    private void handle(HttpServerRequest request) {
        try {
            carryOut(request)
                    .onSuccess(body -> answer(request, 200, body))
                    .onFailure(refused -> answer(request, 409, error(refused)));
        } catch (IllegalArgumentException malformed) {
            answer(request, 400, error(malformed));
        }
    }

    private Future<JsonObject> carryOut(HttpServerRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /received" ->
                chat.received(request.params().contains("messages")).map(JsonObject::mapFrom);
            case "DELETE /received" -> chat.forget().map(new JsonObject());
            case "PUT /delay" -> {
                chat.delay(Duration.ofMillis(number(request, "ms")));
                yield Future.succeededFuture(new JsonObject());
            }
            case "POST /outage" ->
                chat.outage(Duration.ofSeconds(number(request, "seconds"))).map(new JsonObject());
            default -> throw new IllegalArgumentException("no such order");
        };
    }

    private static long number(HttpServerRequest request, String parameter) {
        String value = request.getParam(parameter);
        if (value == null) {
            throw new IllegalArgumentException(parameter + " is missing");
        }
        return Long.parseLong(value);
    }

    private static JsonObject error(Throwable failure) {
        return new JsonObject().put("error", String.valueOf(failure.getMessage()));
    }

    private static void answer(HttpServerRequest request, int status, JsonObject body) {
        HttpServerResponse response = request.response().setStatusCode(status);
        response.putHeader("Content-Type", "application/json").end(body.toBuffer());
    }
}
