package io.parley.bench.gateway;

import io.parley.bench.load.Waiting;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** WebSockets through the gateway on which nobody says anything. */
final class Sockets implements AutoCloseable {

    private static final int OPENED_AT_ONCE = 50;
    private static final Duration TO_OPEN = Duration.ofMinutes(5);
    private static final Duration TO_HEAR = Duration.ofSeconds(10);

    private final WebSocketClient client;
    private final List<WebSocket> open = new CopyOnWriteArrayList<>();

    private Sockets(WebSocketClient client) {
        this.client = client;
    }

    /** Opens so many. */
    static Sockets open(Vertx vertx, URI gateway, String token, int number) throws IOException {
        Sockets sockets =
                new Sockets(vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(number)));
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(gateway.getHost())
                .setPort(gateway.getPort())
                .setURI(StubService.SOCKET)
                .putHeader("Authorization", "Bearer " + token);
        int each = number / OPENED_AT_ONCE;
        Waiting.on(
                Future.join(IntStream.range(0, OPENED_AT_ONCE)
                        .mapToObj(one -> sockets.open(options, each + (one < number % OPENED_AT_ONCE ? 1 : 0)))
                        .toList()),
                TO_OPEN);
        return sockets;
    }

    /** Says something on each of a hundred of them; fails unless each hears it again. */
    void requireAlive() throws IOException {
        List<Future<Void>> heard = IntStream.range(0, Math.min(100, open.size()))
                .mapToObj(number -> hear(open.get(open.size() - 1 - number * (open.size() / 100))))
                .toList();
        Waiting.on(Future.join(heard), TO_HEAR);
    }

    int number() {
        return open.size();
    }

    @Override
    public void close() throws IOException {
        Waiting.on(client.close(), TO_OPEN);
    }

    private Future<Void> open(WebSocketConnectOptions options, int rest) {
        return rest == 0
                ? Future.succeededFuture()
                : client.connect(options).onSuccess(open::add).compose(opened -> open(options, rest - 1));
    }

    private static Future<Void> hear(WebSocket socket) {
        Promise<Void> heard = Promise.promise();
        socket.textMessageHandler(text -> heard.tryComplete());
        return socket.writeTextMessage("still there").compose(written -> heard.future());
    }
}
