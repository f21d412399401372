package io.parley.gateway.access;

import io.parley.gateway.answers.GatewayProblems;
import io.parley.platform.access.ExpiringCache;
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
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies access tokens as every service does. A token that was good is good until it expires, so its signature is
 * verified once.
 */
@ApplicationScoped
class TokenCheck {

    private static final int REMEMBERED = 10_000;

    private final ExpiringCache<String> subjects;

    TokenCheck(Clock clock) {
        this.subjects = new ExpiringCache<>(REMEMBERED, clock);
    }

    /** Verifies the token in the request's {@code Authorization} header: whose it is. Fails with 401, or 503 without keys. */
    Future<String> check(RoutingContext routing, String token) {
        return subjects.get(token).map(Future::succeededFuture).orElseGet(() -> verify(routing, token));
    }

    private Future<String> verify(RoutingContext routing, String token) {
        leaveRefusalToTheDoor(routing);
        Promise<String> promise = Promise.promise();
        Uni<SecurityIdentity> identity = QuarkusHttpUser.getSecurityIdentity(routing, null);
        var unused = identity.subscribe()
                .with(
                        known -> promise.handle(remember(known, token)),
                        failure -> promise.fail(problem(failure).problem()));
        return promise.future();
    }

    /** The framework would answer a bad token itself, at once. */
    private static void leaveRefusalToTheDoor(RoutingContext routing) {
        BiConsumer<RoutingContext, Throwable> nothing = (context, failure) -> {};
        routing.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, nothing);
    }

    private Future<String> remember(SecurityIdentity identity, String token) {
        if (!(identity.getPrincipal() instanceof JsonWebToken jwt)) {
            return Future.failedFuture(GatewayProblems.UNAUTHORIZED.problem());
        }
        subjects.put(token, jwt.getSubject(), Instant.ofEpochSecond(jwt.getExpirationTime()));
        return Future.succeededFuture(jwt.getSubject());
    }

    /** A token that cannot be verified because the keys are out of reach may be good. */
    private static ProblemType problem(Throwable failure) {
        boolean withoutKeys = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
        return withoutKeys ? ProblemType.UNAVAILABLE : GatewayProblems.UNAUTHORIZED;
    }
}
