package io.parley.platform.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.platform.requests.RequestIds;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that says it is larger than {@code quarkus.http.limits.max-body-size} with a problem, where the server
 * by itself would answer with nothing. A client that is still sending cannot read the answer, so what is not
 * excessive is read to its end and thrown away first.
 */
@Singleton
final class BodyLimit {

    private static final ProblemType TOO_LARGE = new ProblemType("too-large", 413, "The body is too large");
    private static final int AFTER_REQUEST_ID = 9_000;
    private static final long WORTH_READING = 100L << 20;

    private final long limit;
    private final ObjectMapper json;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ObjectMapper json) {
        this.limit = limit.asLongValue();
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_REQUEST_ID);
    }

    private void check(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        long length = length(request);
        if (length <= limit) {
            routing.next();
        } else if (length > WORTH_READING) {
            refuse(request);
        } else {
            request.handler(discarded -> {});
            request.endHandler(end -> refuse(request));
            request.resume();
        }
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException malformed) {
            return 0; // the server refuses it
        }
    }

    private void refuse(HttpServerRequest request) {
        var unused = request.response()
                .setStatusCode(TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(body(request));
    }

    private String body(HttpServerRequest request) {
        try {
            return json.writeValueAsString(TOO_LARGE
                    .problem("At most " + limit + " bytes are taken here.")
                    .body(RequestIds.of(request)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem that is no JSON", impossible);
        }
    }
}
