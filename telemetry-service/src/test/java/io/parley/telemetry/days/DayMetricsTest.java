package io.parley.telemetry.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Metrics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Lines.class)
class DayMetricsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    DayMetrics metrics;

    @Inject
    Days days;

    @Inject
    Clock clock;

    @Test
    void partitions_are_counted() {
        double before = counted();
        days.open(List.of(LocalDate.now(clock).minusDays(77))).await().atMost(PATIENCE);

        assertThat(counted()).isEqualTo(before + 1);
    }

    private double counted() {
        metrics.count().await().atMost(PATIENCE);
        return Metrics.value("parley_telemetry_partitions");
    }
}
