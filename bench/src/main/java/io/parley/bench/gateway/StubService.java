package io.parley.bench.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A service that costs next to nothing: small answers, bodies that are counted or made of nothing, WebSockets that say what
 * they hear.
 */
final class StubService {

    static final String SMALL = "/api/v1/runs/small";
    static final String LARGE = "/api/v1/runs/large";
    static final String TAKES_ALL = "/api/v1/telemetry/events/stream";
    static final String SOCKET = "/api/v1/runs/socket";

    /** How many bytes a large answer has. */
    static final String BYTES = "bytes";

    private static final Buffer ANSWER = Buffer.buffer("{\"id\": \"" + "0".repeat(200) + "\"}");
    private static final Buffer PART = Buffer.buffer(new byte[64 * 1024]);

    private StubService() {}

    private static void answer(HttpServerRequest request) {
        switch (String.valueOf(request.path())) {
            case LARGE -> send(request.response().setChunked(true), Long.parseLong(request.getParam(BYTES)));
            case TAKES_ALL -> count(request);
            default ->
                request.response().putHeader("Content-Type", "application/json").end(ANSWER);
        }
    }

    private static void count(HttpServerRequest request) {
        long[] bytes = new long[1];
        request.handler(part -> bytes[0] += part.length());
        request.endHandler(over -> request.response().end(Long.toString(bytes[0])));
    }

    private static void send(HttpServerResponse response, long rest) {
        long left = rest;
        while (left > 0 && !response.writeQueueFull()) {
            int now = (int) Math.min(left, PART.length());
            var unused = response.write(PART.slice(0, now));
            left -= now;
        }
        long still = left;
        if (still > 0) {
            response.drainHandler(room -> send(response, still));
        } else {
            response.end();
        }
    }

    private static void converse(ServerWebSocket socket) {
        socket.textMessageHandler(socket::writeTextMessage);
    }

    /** Says where it listens, and ends with its standard input. */
    public static void main(String... arguments) throws IOException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        int port = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
                .requestHandler(StubService::answer)
                .webSocketHandler(StubService::converse)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        System.out.println(port);
        System.in.transferTo(OutputStream.nullOutputStream());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
