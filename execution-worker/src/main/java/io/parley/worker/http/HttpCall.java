package io.parley.worker.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request, ready to be sent, as often as needed. */
record HttpCall(
        String method,
        TargetUrl url,
        Map<String, String> headers,
        @Nullable Buffer body) {

    /** The request to this address of the target's host. */
    RequestOptions to(InetAddress address) {
        RequestOptions options = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.secure())
                .setMethod(HttpMethod.valueOf(method))
                .setURI(url.path());
        headers.forEach(options::putHeader);
        return options;
    }

    @Override
    public String toString() {
        return method + " " + url;
    }
}
