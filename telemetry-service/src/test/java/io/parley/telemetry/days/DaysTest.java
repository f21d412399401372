package io.parley.telemetry.days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.contracts.TelemetryReceived;
import io.parley.platform.eventloops.EventLoops;
import io.parley.platform.testing.TestBroker;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sample;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Lines.class)
class DaysTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String READ = """
            insert into personal_read (workspace_id, read_id, read_at, reader, what, subject)
            values ($1, $2, $3, $2, 'EVENTS', $4)
            """;

    private final Sender sender = Sender.ofNewWorkspace();

    @Inject
    Pool pool;

    @Inject
    EventLoops loops;

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
                .mapToObj(replica -> new Days(pool, loops, retention, clock).open(future))
                .toList();
        assertThat(Uni.join().all(replicas).andFailFast().await().atMost(PATIENCE))
                .hasSize(4);

        assertThat(future).allSatisfy(day -> assertThat(isOpen(day)).isTrue());
    }

    @Test
    void a_day_past_its_retention_goes_with_its_events_counts_sessions_and_identities_and_no_other_does() {
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
        assertThat(rows.sessions(sender.workspace())).isEqualTo(2);
        assertThat(rows.wrongCounts(sender.workspace())).isZero();
        assertThat(sender.counted("expired")).isZero();
    }

    @Test
    void who_looked_at_data_is_forgotten_with_the_days() {
        String looked = "class/" + UUID.randomUUID();
        Instant longAgo = clock.instant().minus(Duration.ofDays(120));
        read(looked, longAgo);
        read(looked, clock.instant().minus(Duration.ofDays(91)));

        done(days.dropExpired());

        assertThat(rows.mentions(looked)).isOne();
    }

    private void read(String subject, Instant at) {
        done(pool.preparedQuery(READ)
                .execute(
                        Tuple.of(sender.workspace().value(), UUID.randomUUID(), at.atOffset(ZoneOffset.UTC), subject)));
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

    @Test
    void a_day_that_somebody_reads_is_dropped_once_they_are_done_and_writers_go_on_meanwhile() {
        Instant expired = clock.instant().minus(Duration.ofDays(200));
        try (TestBroker broker = TestBroker.connect()) {
            broker.publish(late(expired));
        }
        await().untilAsserted(() -> assertThat(rows.events(sender.workspace())).isOne());
        SqlConnection reader = done(pool.getConnection());
        Transaction reading = done(reader.begin());
        done(reader.query("select count(*) from event").execute());

        CompletableFuture<Integer> dropped =
                days.dropExpired().subscribe().asCompletionStage().toCompletableFuture();
        sender.deliver(Sample.events(5, "meanwhile"));
        await().untilAsserted(() -> assertThat(sender.counted("meanwhile")).isEqualTo(5));

        assertThat(dropped).isNotDone();
        done(reading.commit());
        done(reader.close());
        assertThat(dropped.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join())
                .isPositive();
        assertThat(rows.events(sender.workspace())).isEqualTo(5);
    }

    @Test
    void replicas_that_drop_the_same_day_at_once_drop_it_once() {
        Instant expired = clock.instant().minus(Duration.ofDays(300));
        try (TestBroker broker = TestBroker.connect()) {
            broker.publish(late(expired));
        }
        await().untilAsserted(() -> assertThat(rows.events(sender.workspace())).isOne());

        List<Uni<Integer>> replicas = IntStream.range(0, 3)
                .mapToObj(replica -> new Days(pool, loops, retention, clock).dropExpired())
                .toList();
        List<Integer> dropped = done(Uni.join().all(replicas).andFailFast());

        assertThat(dropped.stream().mapToInt(Integer::intValue).sum()).isOne();
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(PATIENCE);
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
