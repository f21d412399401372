package io.parley.gateway.door;

import io.parley.gateway.answers.Answers;
import io.parley.gateway.answers.GatewayProblems;
import io.parley.gateway.answers.HangUp;
import io.parley.gateway.proxy.AnnouncedBody;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Cuts clients off whose body is not through in time. A body of which now and then a byte comes is not idle, so the server
 * below would wait for it for ever.
 */
@Singleton
final class SlowBodies {

    /** After {@link Framing}, before anybody reads a body. */
    private static final int BEFORE_READERS = 8_000;

    private final Vertx vertx;
    private final Answers answers;
    private final Duration longest;

    SlowBodies(Vertx vertx, Answers answers, ClientSettings settings) {
        this.vertx = vertx;
        this.answers = answers;
        this.longest = settings.bodyTimeout();
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, BEFORE_READERS);
    }

    private void watch(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (AnnouncedBody.isIn(request)) {
            long timer = vertx.setTimer(longest.toMillis(), late -> cutOff(request));
            routing.addEndHandler(answered -> forget(timer, request));
        }
        routing.next();
    }

    /** An answer may come before the body is through, and be no reason to take the rest for ever. */
    private void forget(long timer, HttpServerRequest request) {
        if (request.isEnded()) {
            vertx.cancelTimer(timer);
        }
    }

    private void cutOff(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (request.response().headWritten()) {
            HangUp.on(request);
        } else {
            answers.fail(request, GatewayProblems.tooSlow(longest));
        }
    }
}
