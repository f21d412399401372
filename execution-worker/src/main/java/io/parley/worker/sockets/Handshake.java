package io.parley.worker.sockets;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.util.ReferenceCountUtil;
import io.parley.worker.BrokenOff;
import io.parley.worker.http.TargetUrl;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.NetSocketInternal;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Connects to an address and takes up the WebSocket there (RFC 6455). Vert.x's own WebSocket client resolves the host by itself and
 * would connect wherever that leads; here the address is one that was checked, and the host only what the certificate must be
 * valid for. All of it happens on one event loop.
 */
final class Handshake {

    private static final String LAST = "handler";
    private static final int MOST_OF_RESPONSE = 1 << 16;

    private final TargetUrl url;
    private final Vertx vertx;
    private final WebSocketClientHandshaker handshaker;
    private final UniEmitter<? super Socket> result;
    private final long timer;
    private @Nullable NetSocket connection;
    private boolean over;

    private Handshake(
            TargetUrl url,
            Map<String, String> headers,
            Duration limit,
            Vertx vertx,
            UniEmitter<? super Socket> result) {
        this.url = url;
        this.vertx = vertx;
        this.result = result;
        this.handshaker = WebSocketClientHandshakerFactory.newHandshaker(
                uri(url), WebSocketVersion.V13, null, false, httpHeaders(headers), Answering.MOST);
        this.timer = vertx.setTimer(
                Math.max(1, limit.toMillis()), fired -> fail(new TooMuch(SocketFailures.connectTimeout(url, limit))));
    }

    /** Ends with the socket, with {@link NotConnected}, {@link TooMuch}, or {@link io.parley.worker.BrokenOff}. */
    static void start(
            NetClient client,
            Vertx vertx,
            TargetUrl url,
            Map<String, String> headers,
            InetAddress address,
            Duration limit,
            UniEmitter<? super Socket> result) {
        Handshake handshake = new Handshake(url, headers, limit, vertx, result);
        SocketAddress server = SocketAddress.inetSocketAddress(url.port(), address.getHostAddress());
        boolean named = !url.plainHost().equals(address.getHostAddress());
        (named ? client.connect(server, url.plainHost()) : client.connect(server)).onComplete(connected -> {
            if (connected.succeeded()) {
                handshake.shake((NetSocketInternal) connected.result());
            } else {
                handshake.fail(SocketFailures.notConnected(url, connected.cause()));
            }
        });
    }

    private void shake(NetSocketInternal connected) {
        if (over) {
            close(connected);
            return;
        }
        connection = connected;
        ChannelPipeline pipeline = connected.channelHandlerContext().pipeline();
        pipeline.addBefore(LAST, "http", new HttpClientCodec());
        pipeline.addBefore(LAST, "response", new HttpObjectAggregator(MOST_OF_RESPONSE));
        connected.messageHandler(message -> finish(connected, message));
        connected.closeHandler(closed -> fail(SocketFailures.closed(url)));
        connected.exceptionHandler(broken -> fail(SocketFailures.noHandshake(url, broken)));
        var unused = handshaker.handshake(pipeline.channel());
    }

    /** A response that comes too late finds the connection closed already. */
    private void finish(NetSocketInternal connected, Object response) {
        try {
            if (!over) {
                takeUp(connected, (FullHttpResponse) response);
            }
        } catch (RuntimeException refused) {
            BrokenOff failure = SocketFailures.noHandshake(url, refused);
            fail(isTrouble(response) ? new TooMuch(failure) : failure);
        } finally {
            ReferenceCountUtil.release(response);
        }
    }

    private void takeUp(NetSocketInternal connected, FullHttpResponse response) {
        ChannelPipeline pipeline = connected.channelHandlerContext().pipeline();
        handshaker.finishHandshake(pipeline.channel(), response);
        pipeline.addBefore(LAST, "message", new WebSocketFrameAggregator(Answering.MOST));
        succeed(new Socket(connected, url));
    }

    /** As the status of an answer over HTTP. */
    private static boolean isTrouble(Object response) {
        return response instanceof FullHttpResponse refusal
                && (refusal.status().equals(HttpResponseStatus.TOO_MANY_REQUESTS)
                        || refusal.status().codeClass() == HttpStatusClass.SERVER_ERROR);
    }

    private void succeed(Socket socket) {
        if (finished()) {
            result.complete(socket);
        }
    }

    private void fail(RuntimeException failure) {
        if (finished()) {
            if (connection != null) {
                close(connection);
            }
            result.fail(failure);
        }
    }

    /** Whether this is the first end of it. */
    private boolean finished() {
        boolean first = !over;
        over = true;
        vertx.cancelTimer(timer);
        return first;
    }

    private static void close(NetSocket connection) {
        var unused = connection.close();
    }

    private static URI uri(TargetUrl url) {
        return URI.create((url.secure() ? "wss://" : "ws://") + url.host() + ":" + url.port() + url.path());
    }

    private static HttpHeaders httpHeaders(Map<String, String> headers) {
        HttpHeaders written = new DefaultHttpHeaders();
        headers.forEach(written::set);
        return written;
    }
}
