package io.parley.telemetry.days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.contracts.TelemetryReceived;
import io.parley.platform.testing.TestBroker;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sample;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Lines.class)
class DaysTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Sender sender = Sender.ofNewWorkspace();

    @Inject
    Pool pool;

    @Inject
    Retention retention;

    @Inject
    Clock clock;

    @Inject
    Days days;

    @Inject
    Rows rows;

    @Test
    void today_and_the_days_after_it_are_open_from_the_start() {
        LocalDate today = LocalDate.now(clock);

        await().untilAsserted(() -> assertThat(isOpen(today.plusDays(6))).isTrue());
        assertThat(isOpen(today)).isTrue();
    }

    @Test
    void replicas_that_open_the_same_days_at_once_do_not_disturb_each_other() {
        List<LocalDate> future = IntStream.range(0, 20)
                .mapToObj(LocalDate.parse("2040-01-01")::plusDays)
                .toList();

        List<Uni<Void>> replicas = IntStream.range(0, 4)
                .mapToObj(replica -> new Days(pool, retention, clock).open(future))
                .toList();
        assertThat(Uni.join().all(replicas).andFailFast().await().atMost(PATIENCE))
                .hasSize(4);

        assertThat(future).allSatisfy(day -> assertThat(isOpen(day)).isTrue());
    }

    @Test
    void a_day_past_its_retention_goes_with_its_events_counts_and_identities_and_no_other_does() {
        Instant now = clock.instant();
        try (TestBroker broker = TestBroker.connect()) {
            broker.publish(new TelemetryReceived(
                    sender.workspace(),
                    now,
                    List.of(
                            Sample.event("expired", now.minus(Duration.ofDays(120))),
                            Sample.event("waited", now.minus(Duration.ofDays(91))),
                            Sample.event("kept", now))));
        }
        await().untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(3));

        drop();

        assertThat(rows.events(sender.workspace())).isEqualTo(2);
        assertThat(rows.counted(sender.workspace())).isEqualTo(2);
        assertThat(rows.identities(sender.workspace())).isEqualTo(2);
        assertThat(rows.wrongCounts(sender.workspace())).isZero();
        assertThat(sender.counted("expired")).isZero();
    }

    @Test
    void a_dropped_day_opens_again_for_an_event_that_comes_late() {
        Instant longAgo = clock.instant().minus(Duration.ofDays(150));
        try (TestBroker broker = TestBroker.connect()) {
            broker.publish(late(longAgo));
            await().untilAsserted(
                            () -> assertThat(rows.events(sender.workspace())).isOne());
            drop();
            assertThat(rows.events(sender.workspace())).isZero();

            broker.publish(late(longAgo));

            await().untilAsserted(
                            () -> assertThat(rows.events(sender.workspace())).isOne());
        }
    }

    private void drop() {
        assertThat(days.dropExpired().await().atMost(PATIENCE)).isPositive();
    }

    private TelemetryReceived late(Instant occurredAt) {
        return new TelemetryReceived(sender.workspace(), occurredAt, List.of(Sample.event("late", occurredAt)));
    }

    private boolean isOpen(LocalDate day) {
        return pool.preparedQuery("select to_regclass($1) is not null")
                .execute(Tuple.of("event_" + day.toString().replace("-", "")))
                .map(found -> found.iterator().next().getBoolean(0))
                .await()
                .atMost(PATIENCE);
    }
}
