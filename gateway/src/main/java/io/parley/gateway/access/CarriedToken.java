package io.parley.gateway.access;

import io.vertx.core.MultiMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An access token among the subprotocols that a WebSocket client offers: browsers can set no headers on a WebSocket.
 * The form is the one Quarkus knows: {@code bearer-token-carrier} and, percent-encoded,
 * {@code quarkus-http-upgrade#Authorization#Bearer TOKEN}.
 */
final class CarriedToken {

    private static final String HEADER = "Sec-WebSocket-Protocol";
    private static final String CARRIER = "quarkus-http-upgrade#Authorization#Bearer ";

    private CarriedToken() {}

    static Optional<String> in(MultiMap headers) {
        return offered(headers)
                .map(CarriedToken::decoded)
                .filter(protocol -> protocol.startsWith(CARRIER))
                .map(protocol -> protocol.substring(CARRIER.length()))
                .findFirst();
    }

    /** Leaves only the subprotocols that name one. */
    static void removeFrom(MultiMap headers) {
        String rest = offered(headers)
                .filter(Predicate.not(protocol -> decoded(protocol).startsWith(CARRIER)))
                .collect(Collectors.joining(", "));
        headers.remove(HEADER);
        if (!rest.isEmpty()) {
            headers.set(HEADER, rest);
        }
    }

    private static Stream<String> offered(MultiMap headers) {
        @Nullable String protocols = headers.get(HEADER);
        return protocols == null
                ? Stream.empty()
                : Stream.of(protocols.split(",", -1)).map(String::strip);
    }

    private static String decoded(String protocol) {
        try {
            return URLDecoder.decode(protocol, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return protocol;
        }
    }
}
