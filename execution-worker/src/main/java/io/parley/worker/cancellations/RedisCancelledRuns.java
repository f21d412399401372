package io.parley.worker.cancellations;

import io.parley.contracts.RunId;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.keys.ReactiveKeyCommands;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Kept in Redis. */
@ApplicationScoped
class RedisCancelledRuns implements CancelledRuns {

    private static final String PREFIX = "parley:cancelled:";

    /** Longer than any request of a run may be on its way. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final ReactiveKeyCommands<String> keys;
    private final ReactiveValueCommands<String, String> values;

    RedisCancelledRuns(ReactiveRedisDataSource redis) {
        this.keys = redis.key();
        this.values = redis.value(String.class);
    }

    @Override
    public Uni<Void> add(List<RunId> runs) {
        List<Uni<Void>> writes = runs.stream()
                .map(run -> values.setex(PREFIX + run, KEPT.toSeconds(), ""))
                .toList();
        return Uni.join().all(writes).andFailFast().replaceWithVoid();
    }

    @Override
    public Uni<Boolean> has(RunId run) {
        return keys.exists(PREFIX + run);
    }
}
