package io.parley.auth.sessions;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a session is recognised by.
 *
 * @param address in the network, as the gateway saw it
 * @param agent what the client calls itself, or null
 */
public record Client(String address, @Nullable String agent) {

    private static final int LONGEST_AGENT = 200;

    /** Whoever sends the request. */
    public static Client of(HttpServerRequest request) {
        String agent = request.getHeader("User-Agent");
        return new Client(
                request.remoteAddress().hostAddress(),
                agent == null || agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT));
    }
}
