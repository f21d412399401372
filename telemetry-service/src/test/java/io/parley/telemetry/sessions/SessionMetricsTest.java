package io.parley.telemetry.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Metrics;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sample;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Lines.class)
class SessionMetricsTest {

    private static final int SESSIONS = 200;

    private final Sender sender = Sender.ofNewWorkspace();

    @Inject
    SessionMetrics metrics;

    @Inject
    Rows rows;

    /** Those of other tests may be closed meanwhile. */
    @Test
    void sessions_that_are_open_are_counted() {
        double before = counted();
        sender.deliver(Sample.events(SESSIONS, "user.message"));
        await().untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(SESSIONS));

        assertThat(counted()).isGreaterThan(before + SESSIONS / 2);
    }

    private double counted() {
        metrics.count().await().atMost(Duration.ofSeconds(10));
        return Metrics.value("parley_telemetry_sessions_open");
    }
}
