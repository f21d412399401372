package io.parley.gateway.limits;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.gateway.answers.GatewayProblems;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Lets each caller send so many requests and no more, over all gateways together. While Redis is away every gateway
 * counts for itself: nobody is shut out, and no door stands open.
 */
@ApplicationScoped
public class RateLimits {

    private static final Logger LOG = Logger.getLogger(RateLimits.class);

    /** How long Redis is left alone after it did not answer. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final SharedWindows shared;
    private final LocalWindows local;
    private final LimitSettings settings;
    private final MeterRegistry metrics;
    private final Clock clock;
    private volatile Instant awayUntil = Instant.MIN;

    RateLimits(SharedWindows shared, LimitSettings settings, MeterRegistry metrics, Clock clock) {
        this.shared = shared;
        this.local = new LocalWindows(clock);
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Counts a request of a user or API key and tells in the response's headers what is left; fails with 429. */
    public Future<Void> take(String caller, HttpServerResponse response) {
        return take(caller, settings.caller(), response);
    }

    /** As {@link #take}, for a request that shows no good credential: its address answers for it. */
    public Future<Void> takeOfAddress(String address, HttpServerResponse response) {
        return take("address:" + address, settings.address(), response);
    }

    private Future<Void> take(String caller, int perSecond, HttpServerResponse response) {
        long limit = perSecond * Allowance.WINDOW.toSeconds();
        return allowance(caller, limit).compose(allowance -> {
            tell(allowance, response);
            return allowance.taken() ? Future.succeededFuture() : refused(allowance, response);
        });
    }

    private Future<Allowance> allowance(String caller, long limit) {
        return clock.instant().isBefore(awayUntil)
                ? Future.succeededFuture(local.take(caller, limit))
                : shared.take(caller, limit).otherwise(failure -> alone(caller, limit, failure));
    }

    private Allowance alone(String caller, long limit, Throwable failure) {
        awayUntil = clock.instant().plus(REST);
        metrics.counter("parley.rate.limits.local").increment();
        LOG.warnf("message=\"requests are counted by this gateway alone\" reason=\"%s\"", failure);
        return local.take(caller, limit);
    }

    private Future<Void> refused(Allowance allowance, HttpServerResponse response) {
        metrics.counter("parley.rate.limits.refused").increment();
        response.putHeader("Retry-After", String.valueOf(allowance.resetSeconds()));
        return Future.failedFuture(GatewayProblems.tooManyRequests(allowance.limit(), Allowance.WINDOW));
    }

    private static void tell(Allowance allowance, HttpServerResponse response) {
        response.putHeader("RateLimit-Limit", String.valueOf(allowance.limit()))
                .putHeader("RateLimit-Remaining", String.valueOf(allowance.remaining()))
                .putHeader("RateLimit-Reset", String.valueOf(allowance.resetSeconds()));
    }
}
