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

/** Kept in Redis by one script. What a dead worker held is free again after {@link #TIME_TO_LIVE}. */
@ApplicationScoped
class RedisLedger implements Ledger {

    private static final Duration ANSWER_TIME = Duration.ofSeconds(1);
    private static final String SCRIPT = script();

    private final ReactiveRedisDataSource redis;
    private final EventLoops loops;
    private final String worker = Ids.next().toString();

    RedisLedger(ReactiveRedisDataSource redis, EventLoops loops) {
        this.redis = redis;
        this.loops = loops;
    }

    @Override
    public Uni<Grant> renew(TargetId target, Demand demand) {
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
                Grant.partOf(limits.requestRate(), part),
                Grant.partOf(limits.tokenRate(), part),
                validUntil);
    }

    private static String script() {
        try (InputStream file = RedisLedger.class.getResourceAsStream("renew.lua")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
