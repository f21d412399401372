package io.parley.gateway.door;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a connection before anything else does. Closes it when a head takes too long: the first from the beginning of the connection on, each other from its first byte
 * on. Used on the connection's event loop.
 */
final class HeadWatch extends ChannelInboundHandlerAdapter {

    private final Duration longest;
    private final HttpServerOptions limits;
    private boolean fresh = true;
    private @Nullable Future<?> timer;
    private @Nullable HttpServerRequest last;

    /** @param limits of what a decoder takes */
    HeadWatch(Duration longest, HttpServerOptions limits) {
        this.longest = longest;
        this.limits = limits;
    }

    /** A head is through. */
    void arrived(HttpServerRequest request) {
        stop();
        last = request;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        start(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (timer == null && isHeadExpected(context)) {
            start(context);
        }
        if (fresh) {
            fresh = false;
            StrictReading.begin(context, limits);
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    /** What comes while a request is read or answered is no head yet, nor is what comes on a WebSocket or on HTTP/2. */
    private boolean isHeadExpected(ChannelHandlerContext context) {
        HttpServerRequest before = last;
        return before == null
                || (before.isEnded()
                        && before.response().ended()
                        && context.pipeline().get(HttpRequestDecoder.class) != null);
    }

    private void start(ChannelHandlerContext context) {
        timer = context.executor().schedule(() -> close(context), longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void stop() {
        Future<?> started = timer;
        if (started != null) {
            started.cancel(false);
            timer = null;
        }
    }

    private static void close(ChannelHandlerContext context) {
        var unused = context.close();
    }
}
