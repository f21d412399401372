package io.parley.worker.testing;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A way to a server that can be cut and mended: what a server that stops and starts looks like from here. */
public final class CuttableLine implements AutoCloseable {

    private final NetServer server;
    private final NetClient client;
    private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private CuttableLine(Vertx vertx) {
        this.server = vertx.createNetServer();
        this.client = vertx.createNetClient();
    }

    public static CuttableLine to(Vertx vertx, String host, int port) {
        CuttableLine line = new CuttableLine(vertx);
        line.server.connectHandler(caller -> line.connect(caller, host, port));
        try {
            line.server
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        return line;
    }

    public int port() {
        return server.actualPort();
    }

    /** Closes what is open; what is opened from now on is closed at once. */
    public void cut() {
        cut = true;
        open.forEach(CuttableLine::close);
    }

    public void mend() {
        cut = false;
    }

    private void connect(NetSocket caller, String host, int port) {
        if (cut) {
            close(caller);
            return;
        }
        caller.pause();
        open.add(caller);
        client.connect(port, host).onSuccess(callee -> {
            open.add(callee);
            callee.handler(caller::write).closeHandler(closed -> close(caller));
            caller.handler(callee::write).closeHandler(closed -> close(callee)).resume();
        });
    }

    private static void close(NetSocket socket) {
        var unused = socket.close();
    }

    @Override
    public void close() {
        cut();
        var unused = server.close().eventually(() -> client.close());
    }
}
