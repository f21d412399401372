package io.parley.platform.problems;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A request without a body has no type of one either. Where something could be there it is taken for JSON of which all is missing:
 * either nothing is needed, or the answer says what is, and not that the type is wrong.
 */
class NoBody {

    private static final String NOTHING = "0";

    @ServerRequestFilter
    void take(HttpServerRequest request) {
        if (isEmpty(request) && !request.headers().contains(HttpHeaders.CONTENT_TYPE)) {
            request.headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
        }
    }

    private static boolean isEmpty(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return (length == null || length.equals(NOTHING)) && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
