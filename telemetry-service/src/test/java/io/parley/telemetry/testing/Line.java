package io.parley.telemetry.testing;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP line from the service to one of its servers that a test can cut, stall and mend. */
public final class Line {

    private static final String HOST = "127.0.0.1";

    private final Set<NetSocket> ends = ConcurrentHashMap.newKeySet();
    private final NetClient client;
    private final NetServer server;
    private final int remotePort;
    private volatile boolean cut;
    private volatile boolean stalled;

    private Line(Vertx vertx, int remotePort) {
        this.remotePort = remotePort;
        this.client = vertx.createNetClient();
        this.server = vertx.createNetServer().connectHandler(this::connect);
    }

    /** A line to a port of this machine. */
    static Line to(Vertx vertx, int remotePort) {
        Line line = new Line(vertx, remotePort);
        line.server.listen(0, HOST).toCompletionStage().toCompletableFuture().join();
        return line;
    }

    int port() {
        return server.actualPort();
    }

    /** Breaks every connection; new ones break at once. */
    public void cut() {
        cut = true;
        ends.forEach(NetSocket::close);
    }

    /** Lets nothing through, in neither direction, and breaks no connection. */
    public void stall() {
        stalled = true;
        ends.forEach(NetSocket::pause);
    }

    public void mend() {
        cut = false;
        stalled = false;
        ends.forEach(NetSocket::resume);
    }

    private void connect(NetSocket near) {
        if (cut) {
            near.close();
            return;
        }
        near.pause();
        client.connect(remotePort, HOST)
                .onSuccess(far -> {
                    join(near, far);
                    join(far, near);
                    flow(near);
                })
                .onFailure(refused -> near.close());
    }

    private void join(NetSocket from, NetSocket to) {
        ends.add(from);
        from.handler(data -> {
            to.write(data);
            if (to.writeQueueFull()) {
                from.pause();
                to.drainHandler(drained -> flow(from));
            }
        });
        from.closeHandler(closed -> {
            ends.remove(from);
            to.close();
        });
    }

    private void flow(NetSocket from) {
        if (!stalled) {
            from.resume();
        }
    }
}
