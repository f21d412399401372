package io.parley.telemetry.storage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.Stream;

/** What became of events after the broker had them. */
@ApplicationScoped
class StorageMetrics {

    private static final Duration[] STEPS = Stream.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 60_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Counter stored;
    private final Counter deduplicated;
    private final DistributionSummary batchSize;
    private final Timer lag;

    StorageMetrics(MeterRegistry registry) {
        stored = registry.counter("parley.telemetry.stored");
        deduplicated = registry.counter("parley.telemetry.deduplicated");
        batchSize = DistributionSummary.builder("parley.telemetry.batch.size")
                .description("Events per insert")
                .register(registry);
        lag = Timer.builder("parley.telemetry.lag")
                .description("From receipt of a batch's first event to its commit")
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    void inserted(int events, int fresh, Duration behind) {
        stored.increment(fresh);
        deduplicated.increment(events - fresh);
        batchSize.record(events);
        lag.record(behind.isNegative() ? Duration.ZERO : behind);
    }
}
