package io.parley.platform.requests;

import io.parley.platform.ids.Ids;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request an id: the caller's {@value #HEADER} when it is sane, else a new one. The id is on the answer, in
 * every log line of the request and in every problem.
 */
public final class RequestIds {

    public static final String HEADER = "X-Request-Id";

    private static final String LOG_KEY = "requestId";
    private static final int BEFORE_EVERYTHING = 10_000;
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    /** The id of a request that passed the filter. */
    public static String of(HttpServerRequest request) {
        String id = request.response().headers().get(HEADER);
        return id == null ? "" : id;
    }

    static final class Filter {

        void register(@Observes Filters filters) {
            filters.register(Filter::identify, BEFORE_EVERYTHING);
        }

        private static void identify(RoutingContext routing) {
            String given = routing.request().getHeader(HEADER);
            String id = given != null && SANE.matcher(given).matches()
                    ? given
                    : Ids.next().toString();
            routing.request().headers().set(HEADER, id);
            routing.response().putHeader(HEADER, id);
            MDC.put(LOG_KEY, id);
            routing.next();
        }
    }
}
