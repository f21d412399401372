package io.parley.gateway.answers;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** The end of a request of which no more is wanted, or to which no more can be said. */
public final class HangUp {

    private HangUp() {}

    /** Breaks it off: with its connection, or alone where a connection carries several side by side. */
    public static void on(HttpServerRequest request) {
        if (sharesItsConnection(request)) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    static boolean sharesItsConnection(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2;
    }
}
