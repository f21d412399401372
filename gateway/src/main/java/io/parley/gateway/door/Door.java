package io.parley.gateway.door;

import io.parley.gateway.access.EdgeAccess;
import io.parley.gateway.answers.Answers;
import io.parley.gateway.answers.GatewayProblems;
import io.parley.gateway.limits.RateLimits;
import io.parley.gateway.proxy.Forwarder;
import io.parley.gateway.proxy.Tunnel;
import io.parley.gateway.routes.Route;
import io.parley.gateway.routes.Routes;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** The way of every request that the gateway does not answer itself: find its route, let it in, pass it on. */
@Singleton
final class Door {

    /** After everything the gateway serves itself, before the framework's own answer to unknown paths. */
    private static final int LAST = 5_000;

    private final Routes routes;
    private final EdgeAccess access;
    private final RateLimits limits;
    private final Forwarder forwarder;
    private final Tunnel tunnel;
    private final Answers answers;

    Door(Routes routes, EdgeAccess access, RateLimits limits, Forwarder forwarder, Tunnel tunnel, Answers answers) {
        this.routes = routes;
        this.access = access;
        this.limits = limits;
        this.forwarder = forwarder;
        this.tunnel = tunnel;
        this.answers = answers;
    }

    void open(@Observes Router router) {
        router.route().order(LAST).handler(this::handle);
    }

    private void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        routes.of(routing.normalizedPath())
                .ifPresentOrElse(
                        route -> admit(routing)
                                .onSuccess(admitted -> pass(routing, route))
                                .onFailure(failure -> answers.fail(request, failure)),
                        () -> answers.fail(request, GatewayProblems.NO_SUCH_PATH.problem()));
    }

    /** Who is not known, or not let in, is counted by the address. */
    private Future<Void> admit(RoutingContext routing) {
        HttpServerResponse response = routing.response();
        String address = routing.request().remoteAddress().hostAddress();
        return access.admit(routing)
                .compose(
                        known -> known.map(caller -> limits.take(caller, response))
                                .orElseGet(() -> limits.takeOfAddress(address, response)),
                        refused ->
                                limits.takeOfAddress(address, response).compose(taken -> Future.failedFuture(refused)));
    }

    private void pass(RoutingContext routing, Route route) {
        HttpServerRequest request = routing.request();
        if (Tunnel.isAskedFor(request)) {
            tunnel.open(request, route, uri(routing));
        } else {
            forwarder.forward(request, route, uri(routing));
        }
    }

    /** The path that was looked at, not the one that was sent: a service cannot understand it in another way. */
    private static String uri(RoutingContext routing) {
        String query = routing.request().query();
        return query == null ? routing.normalizedPath() : routing.normalizedPath() + "?" + query;
    }
}
