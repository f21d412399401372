package io.parley.gateway.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Cuts clients off whose head is not through in time, and has heads read strictly. A head of which now and then a byte comes is not
 * idle, so the server below would wait for it for ever. It shows nobody its connections before a request is there; so it is with the
 * first request, one of a probe, that all later connections of its port begin to be watched.
 */
@Singleton
final class Connections implements HttpServerOptionsCustomizer {

    /** Before {@link Framing}, which may be the last that looks at a request. */
    private static final int FIRST = 9_500;

    private static final AttributeKey<Boolean> WATCHED = AttributeKey.valueOf(Connections.class, "watched");

    private final Duration longest;
    private volatile HttpServerOptions limits = new HttpServerOptions();

    Connections(ClientSettings settings) {
        this.longest = settings.headTimeout();
    }

    /** What a decoder takes is the same with encryption. */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        limits = options;
    }

    void register(@Observes Filters filters) {
        filters.register(this::arrived, FIRST);
    }

    private void arrived(RoutingContext routing) {
        Channel connection = ((ConnectionBase) routing.request().connection()).channel();
        watchAll(connection.parent());
        HeadWatch watch = connection.pipeline().get(HeadWatch.class);
        if (watch != null) {
            watch.arrived(routing.request());
        }
        routing.next();
    }

    private void watchAll(Channel port) {
        if (port.attr(WATCHED).setIfAbsent(true) == null) {
            port.pipeline().addFirst(new Entrance());
        }
    }

    /** What is read at a port is connections. */
    private final class Entrance extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object connection) {
            ((Channel) connection).pipeline().addLast(new HeadWatch(longest, limits));
            context.fireChannelRead(connection);
        }
    }
}
