package io.parley.gateway.proxy;

import io.parley.platform.requests.RequestIds;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is left of headers when they go from one connection to the next (RFC 9110, section 7.6.1). */
final class HopHeaders {

    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /**
     * What a client could only pretend: only the gateway says these. The trace headers are read by the tracer and set
     * anew, for the gateway's own part of the trace.
     */
    private static final Set<String> OURS = Set.of(
            "host",
            "expect",
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-proto",
            "x-real-ip",
            "traceparent",
            "tracestate",
            "baggage");

    private static final String INTERNAL = "x-parley-";

    private HopHeaders() {}

    /** The headers of a client's request as a service gets them. */
    static MultiMap towardsService(HttpServerRequest request) {
        MultiMap headers = HttpHeaders.headers();
        Set<String> named = namedByConnection(request.headers());
        for (Map.Entry<String, String> header : request.headers()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (travels(name, named) && !OURS.contains(name) && !name.startsWith(INTERNAL)) {
                headers.add(header.getKey(), header.getValue());
            }
        }
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.scheme());
        HostAndPort host = request.authority();
        return host == null ? headers : headers.set("X-Forwarded-Host", host.toString());
    }

    /** Adds the headers of a service's answer to the answer the client gets; it has its request id already. */
    static void towardsClient(MultiMap from, MultiMap to) {
        Set<String> named = namedByConnection(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (travels(name, named) && !name.equalsIgnoreCase(RequestIds.HEADER)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    private static boolean travels(String name, Set<String> namedByConnection) {
        return !OF_ONE_CONNECTION.contains(name) && !namedByConnection.contains(name);
    }

    private static Set<String> namedByConnection(MultiMap headers) {
        if (!headers.contains(HttpHeaders.CONNECTION)) {
            return Set.of();
        }
        return headers.getAll(HttpHeaders.CONNECTION).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
