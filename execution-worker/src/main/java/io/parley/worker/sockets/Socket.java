package io.parley.worker.sockets;

import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.parley.worker.http.TargetUrl;
import io.vertx.core.net.impl.NetSocketInternal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A WebSocket that is open; on one event loop. */
final class Socket {

    /** Whoever waits for an answer. */
    interface Listener {

        void heard(String message);

        void failed(RuntimeException failure);
    }

    private final NetSocketInternal connection;
    private final TargetUrl url;
    private @Nullable Listener listener;
    private boolean closed;

    Socket(NetSocketInternal connection, TargetUrl url) {
        this.connection = connection;
        this.url = url;
        connection.messageHandler(this::received);
        connection.closeHandler(gone -> lost(SocketFailures.closed(url)));
        connection.exceptionHandler(broken -> lost(SocketFailures.unreachable(url, broken)));
    }

    TargetUrl url() {
        return url;
    }

    /** From now on, messages go to this listener; null leaves them aside. */
    void listen(@Nullable Listener next) {
        listener = next;
        if (closed && next != null) {
            next.failed(SocketFailures.closed(url));
        }
    }

    void send(String message) {
        write(new TextWebSocketFrame(message));
    }

    void close() {
        if (!closed) {
            closed = true;
            write(new CloseWebSocketFrame());
            var unused = connection.close();
        }
    }

    private void received(Object message) {
        try {
            if (message instanceof WebSocketFrame frame) {
                received(frame);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void received(WebSocketFrame frame) {
        switch (frame) {
            case TextWebSocketFrame text -> heard(text.text());
            case BinaryWebSocketFrame binary -> heard(binary.content().toString(StandardCharsets.UTF_8));
            case PingWebSocketFrame ping -> answer(ping);
            case CloseWebSocketFrame close -> {
                var unused = connection.close();
            }
            default -> {}
        }
    }

    /** Of pings that pile up while nothing can be written, some get no answer (RFC 6455, section 5.5.3). */
    private void answer(PingWebSocketFrame ping) {
        if (!connection.writeQueueFull()) {
            write(new PongWebSocketFrame(ping.content().retain()));
        }
    }

    private void heard(String message) {
        if (listener != null) {
            listener.heard(message);
        }
    }

    private void lost(RuntimeException failure) {
        closed = true;
        if (listener != null) {
            listener.failed(failure);
        }
    }

    private void write(WebSocketFrame frame) {
        var unused = connection.writeMessage(frame);
    }
}
