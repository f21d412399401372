package io.parley.gateway.door;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/**
 * Sees to it that of a head with both a length and chunks neither is dropped, as the server's decoder would: {@link Framing} refuses it.
 * It changes the decoder when the first bytes of a request are about to come to it, once they are no longer encrypted.
 */
final class StrictReading extends ChannelInboundHandlerAdapter {

    private final HttpServerOptions limits;

    private StrictReading(HttpServerOptions limits) {
        this.limits = limits;
    }

    /** Before anything was read. */
    static void begin(ChannelHandlerContext first, HttpServerOptions limits) {
        ChannelHandlerContext decryption = first.pipeline().context(SslHandler.class);
        String before = decryption == null ? first.name() : decryption.name();
        first.pipeline().addAfter(before, StrictReading.class.getName(), new StrictReading(limits));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        ChannelPipeline pipeline = context.pipeline();
        ChannelHandlerContext usual = pipeline.context(VertxHttpRequestDecoder.class);
        if (usual != null) {
            pipeline.replace(usual.handler(), usual.name(), new Decoder(limits));
        }
        pipeline.remove(this);
        context.fireChannelRead(bytes);
    }

    private static final class Decoder extends VertxHttpRequestDecoder {

        private Decoder(HttpServerOptions limits) {
            super(limits);
        }

        @Override
        protected void handleTransferEncodingChunkedWithContentLength(HttpMessage head) {
            // both stay
        }
    }
}
