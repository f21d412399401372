package io.parley.bench.target;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The side of a mock target that is tested: it answers messages. Its state belongs to its event loop. */
final class ChatServer {

    static final String PATH = "/chat";

    private static final String HOST = "127.0.0.1";

    private final Vertx vertx;
    private final Context loop;
    private final Received received = new Received();
    private volatile Duration delay;
    private volatile int port;
    private @Nullable HttpServer server;

    ChatServer(Vertx vertx, Duration delay) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.delay = delay;
    }

    Future<Void> listen(int wanted) {
        return onLoop(() -> {
            HttpServer listening = vertx.createHttpServer(
                            new HttpServerOptions().setTcpNoDelay(true).setReuseAddress(true))
                    .requestHandler(this::answer);
            server = listening;
            return listening
                    .listen(wanted, HOST)
                    .onSuccess(ready -> port = ready.actualPort())
                    .mapEmpty();
        });
    }

    int port() {
        return port;
    }

    void delay(Duration newDelay) {
        delay = newDelay;
    }

    Future<Tally> received(boolean withMessages) {
        return onLoop(() -> Future.succeededFuture(received.tally(withMessages)));
    }

    Future<Void> forget() {
        return onLoop(() -> {
            received.forget();
            return Future.succeededFuture();
        });
    }

    /** Completes when the server takes connections again. */
    Future<Void> outage(Duration duration) {
        int samePort = port;
        return onLoop(this::close).compose(closed -> after(duration)).compose(over -> listen(samePort));
    }

    private Future<Void> close() {
        HttpServer listening = server;
        server = null;
        return listening == null ? Future.failedFuture("already out") : listening.close();
    }

    private void answer(HttpServerRequest request) {
        if (!PATH.equals(request.path()) || !request.method().equals(HttpMethod.POST)) {
            request.response().setStatusCode(404).end();
            return;
        }
        request.body()
                .map(ChatServer::message)
                .onSuccess(message -> answer(request, message))
                .onFailure(malformed -> request.response().setStatusCode(400).end());
    }

    private static String message(Buffer body) {
        String message = new JsonObject(body).getString("message");
        if (message == null) {
            throw new DecodeException("no message");
        }
        return message;
    }

    private void answer(HttpServerRequest request, String message) {
        received.add(message);
        Buffer answer = new JsonObject().put("answer", "You said: " + message).toBuffer();
        long millis = delay.toMillis();
        if (millis == 0) {
            send(request, answer);
        } else {
            vertx.setTimer(millis, due -> send(request, answer));
        }
    }

    private static void send(HttpServerRequest request, Buffer answer) {
        if (!request.response().closed()) {
            request.response().putHeader("Content-Type", "application/json").end(answer);
        }
    }

    private Future<Void> after(Duration duration) {
        Promise<Void> over = Promise.promise();
        vertx.setTimer(Math.max(1, duration.toMillis()), due -> over.complete());
        return over.future();
    }

    private <T> Future<T> onLoop(Supplier<Future<T>> work) {
        Promise<T> done = Promise.promise();
        loop.runOnContext(now -> work.get().onComplete(done));
        return done.future();
    }
}
