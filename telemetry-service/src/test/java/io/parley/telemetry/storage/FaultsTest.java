package io.parley.telemetry.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.contracts.Queues;
import io.parley.contracts.TelemetryEvent;
import io.parley.contracts.TelemetryReceived;
import io.parley.platform.testing.TestBroker;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sample;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Lines.class)
class FaultsTest {

    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private final Sender sender = Sender.ofNewWorkspace();

    @SuppressWarnings("NullAway.Init") // the test resource puts itself in
    Lines lines;

    @Inject
    Rows rows;

    @AfterEach
    void mend() {
        lines.toBroker().mend();
        lines.toDatabase().mend();
        await().atMost(RECOVERY)
                .untilAsserted(
                        () -> assertThat(sender.send(Sample.event("probe")).statusCode())
                                .isEqualTo(202));
    }

    @Test
    void without_the_broker_nothing_is_accepted_and_what_is_sent_again_later_is_stored_once() {
        List<TelemetryEvent> events = Sample.events(10, "message.sent");
        sender.deliver(events.subList(0, 5));
        lines.toBroker().cut();

        Response refused = sender.sendBatch(events);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        lines.toBroker().mend();
        await().atMost(RECOVERY)
                .untilAsserted(
                        () -> assertThat(sender.sendBatch(events).statusCode()).isEqualTo(202));
        settled(10);
    }

    @Test
    void events_accepted_while_the_database_is_away_are_stored_when_it_is_back() {
        List<TelemetryEvent> events = Sample.events(50, "message.sent");
        sender.deliver(events.subList(0, 10));
        lines.toDatabase().cut();

        sender.deliver(events.subList(5, 30));
        sender.deliver(events.subList(20, 50));
        lines.toDatabase().mend();

        settled(50);
        try (TestBroker broker = TestBroker.connect()) {
            assertThat(broker.deadLetters(Queues.TELEMETRY_EVENTS)).isZero();
        }
    }

    @Test
    void a_message_the_database_refuses_goes_to_the_dead_letters_and_its_neighbours_are_stored() {
        TelemetryEvent good = Sample.event("message.sent");
        TelemetryEvent bad =
                new TelemetryEvent(good.sessionId(), good.sessionId(), "user-1", "nul \u0000", good.occurredAt(), "{}");
        try (TestBroker broker = TestBroker.connect()) {
            long before = broker.deadLetters(Queues.TELEMETRY_EVENTS);

            broker.publish(received(List.of(good)));
            broker.publish(received(List.of(bad)));
            broker.publish("telemetry.received.v1", "{\"workspaceId\":7");
            broker.publish("telemetry.received.v1", "{}");
            broker.publish(received(Sample.events(2, "message.sent")));

            settled(3);
            await().untilAsserted(() ->
                    assertThat(broker.deadLetters(Queues.TELEMETRY_EVENTS)).isEqualTo(before + 3));
        }
    }

    private TelemetryReceived received(List<TelemetryEvent> events) {
        return new TelemetryReceived(sender.workspace(), Instant.now(), events);
    }

    /** Once everything sent so far was handled, the table has each event once, and the counts say what the rows say. */
    private void settled(long events) {
        sender.deliver(List.of(Sample.event("last")));
        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(sender.counted("last")).isOne());

        assertThat(sender.counted("message.sent")).isEqualTo(events);
        assertThat(rows.wrongCounts(sender.workspace())).isZero();
    }
}
