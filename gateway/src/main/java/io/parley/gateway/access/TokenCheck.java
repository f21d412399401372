package io.parley.gateway.access;

import io.parley.gateway.answers.GatewayProblems;
import io.parley.platform.problems.ProblemType;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies access tokens as every service does. A token that was good is good until it expires, so its signature is
 * verified once.
 */
@ApplicationScoped
class TokenCheck {

    private static final int REMEMBERED = 10_000;

    private final ExpiringCache<Boolean> verified;

    TokenCheck(Clock clock) {
        this.verified = new ExpiringCache<>(REMEMBERED, clock);
    }

    /** Verifies the token in the request's {@code Authorization} header. Fails with 401, or 503 without keys. */
    Future<Void> check(RoutingContext routing, String token) {
        return verified.get(token).isPresent() ? Future.succeededFuture() : verify(routing, token);
    }

    private Future<Void> verify(RoutingContext routing, String token) {
        Promise<Void> promise = Promise.promise();
        Uni<SecurityIdentity> identity = QuarkusHttpUser.getSecurityIdentity(routing, null);
        var unused = identity.subscribe()
                .with(
                        known -> promise.handle(remember(known, token)),
                        failure -> promise.fail(problem(failure).problem()));
        return promise.future();
    }

    private Future<Void> remember(SecurityIdentity identity, String token) {
        if (!(identity.getPrincipal() instanceof JsonWebToken jwt)) {
            return Future.failedFuture(GatewayProblems.UNAUTHORIZED.problem());
        }
        verified.put(token, true, Instant.ofEpochSecond(jwt.getExpirationTime()));
        return Future.succeededFuture();
    }

    /** A token that cannot be verified because the keys are out of reach may be good. */
    private static ProblemType problem(Throwable failure) {
        boolean withoutKeys = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
        return withoutKeys ? ProblemType.UNAVAILABLE : GatewayProblems.UNAUTHORIZED;
    }
}
