package io.parley.gateway.access;

import io.parley.gateway.answers.GatewayProblems;
import io.parley.gateway.routes.Routes;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Lets requests in that show a good credential, or ask for a public path. Services get no other credential than
 * {@code Authorization: Bearer}, and none on public paths.
 */
@ApplicationScoped
public class EdgeAccess {

    private final Routes routes;
    private final TokenCheck tokens;
    private final ApiKeys keys;

    EdgeAccess(Routes routes, TokenCheck tokens, ApiKeys keys) {
        this.routes = routes;
        this.tokens = tokens;
        this.keys = keys;
    }

    /**
     * Completes with whose request it is when it may pass, its headers fit for a service: a user, a key, or nobody known on
     * public paths. Fails with the problem to answer with.
     */
    public Future<Optional<String>> admit(RoutingContext routing) {
        MultiMap headers = routing.request().headers();
        Credential credential = Credential.of(headers);
        removeCredentials(headers);
        if (routes.isPublic(routing.normalizedPath())) {
            return Future.succeededFuture(Optional.empty());
        }
        return switch (credential) {
            case Credential.AccessToken(String token) ->
                tokens.check(withBearer(routing, token), token).map(subject -> Optional.of("user:" + subject));
            case Credential.ApiKey(String key) ->
                keys.exchange(key)
                        .map(token -> withBearer(routing, token))
                        .map(fit -> Optional.of("key:" + ApiKeys.publicPart(key)));
            case Credential.Nothing() -> Future.failedFuture(GatewayProblems.UNAUTHORIZED.problem());
        };
    }

    private static void removeCredentials(MultiMap headers) {
        headers.remove(HttpHeaders.AUTHORIZATION);
        headers.remove(Credential.API_KEY_HEADER);
        CarriedToken.removeFrom(headers);
    }

    private static RoutingContext withBearer(RoutingContext routing, String token) {
        routing.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        return routing;
    }
}
