package io.parley.worker.grants;

import io.parley.contracts.Limits;
import io.parley.contracts.TargetId;
import io.parley.platform.eventloops.EventLoops;
import io.parley.platform.ids.Ids;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Who holds how much of a target, kept in Redis by one script, so that the sum over all workers is never above the
 * target's limits. What a dead worker held is free again after {@link #TIME_TO_LIVE}.
 */
@ApplicationScoped
class Ledger {

    /** How long a grant lasts without renewal. */
    static final Duration TIME_TO_LIVE = Duration.ofSeconds(3);

    private static final Duration ANSWER_TIME = Duration.ofSeconds(1);
    private static final String SCRIPT = script();

    private final ReactiveRedisDataSource redis;
    private final EventLoops loops;
    private final String worker = Ids.next().toString();

    Ledger(ReactiveRedisDataSource redis, EventLoops loops) {
        this.redis = redis;
        this.loops = loops;
    }

    /** The grant that follows from the demand; a grant given up is one of no slots. */
    Uni<Grant> renew(TargetId target, Demand demand) {
        long validUntil = System.nanoTime() + TIME_TO_LIVE.toNanos();
        Limits limits = demand.limits();
        Feedback feedback = demand.feedback();
        return redis.execute(
                        "EVAL",
                        SCRIPT,
                        "1",
                        "parley:grants:" + target,
                        worker,
                        String.valueOf(demand.inUse()),
                        String.valueOf(demand.wanted()),
                        String.valueOf(limits.maxConcurrency()),
                        String.valueOf(TIME_TO_LIVE.toMillis()),
                        String.valueOf(feedback.answered()),
                        String.valueOf(feedback.troubled()),
                        String.valueOf(feedback.time().toMillis()))
                .ifNoItem()
                .after(ANSWER_TIME)
                .on(loops.clock())
                .fail()
                .map(answer -> grant(answer, limits, validUntil));
    }

    private static Grant grant(Response answer, Limits limits, long validUntil) {
        double part = Double.parseDouble(answer.get(2).toString());
        return new Grant(
                answer.get(0).toInteger(),
                answer.get(1).toInteger(),
                partOf(limits.requestRate(), part),
                partOf(limits.tokenRate(), part),
                validUntil);
    }

    private static double partOf(OptionalDouble rate, double part) {
        return rate.isPresent() ? rate.getAsDouble() * part : Double.POSITIVE_INFINITY;
    }

    private static String script() {
        try (InputStream file = Ledger.class.getResourceAsStream("renew.lua")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
