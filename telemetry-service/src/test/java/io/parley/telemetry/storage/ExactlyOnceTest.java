package io.parley.telemetry.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.contracts.TelemetryEvent;
import io.parley.contracts.TelemetryReceived;
import io.parley.platform.testing.TestBroker;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sample;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Lines.class)
class ExactlyOnceTest {

    private final Sender sender = Sender.ofNewWorkspace();

    @Inject
    Rows rows;

    private int settlements;

    @Test
    void an_event_twice_in_a_batch_is_stored_once() {
        TelemetryEvent event = Sample.event("message.sent");

        sender.deliver(List.of(event, Sample.event("other"), event));

        settled(2);
    }

    @Test
    void an_event_sent_again_is_stored_once_also_with_another_time_and_content() {
        List<TelemetryEvent> events = Sample.events(20, "message.sent");
        sender.deliver(events);
        settled(20);

        sender.deliver(events.reversed());
        sender.deliver(events.stream().map(Sample::altered).toList());

        settled(20);
        assertThat(sender.counted("message.sent")).isEqualTo(20);
        assertThat(sender.counted("message.sent.again")).isZero();
    }

    @Test
    void many_senders_of_the_same_events_in_any_order_store_each_once() {
        List<TelemetryEvent> events = Stream.of("a", "b", "c", "d")
                .flatMap(type -> Sample.events(200, type).stream())
                .toList();

        CompletableFuture<?>[] senders = IntStream.range(0, 6)
                .mapToObj(seed -> CompletableFuture.runAsync(() -> deliverShuffled(events, seed)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(senders).join();

        settled(800);
        assertThat(sender.counted("c")).isEqualTo(200);
    }

    @Test
    void a_message_delivered_twice_by_the_broker_counts_once() {
        var received = new TelemetryReceived(sender.workspace(), Instant.now(), Sample.events(3, "message.sent"));

        try (TestBroker broker = TestBroker.connect()) {
            broker.publish(received);
            broker.publish(received);
        }

        settled(3);
    }

    @Test
    void two_workspaces_may_use_the_same_ids() {
        Sender other = Sender.ofNewWorkspace();
        List<TelemetryEvent> events = Sample.events(3, "message.sent");

        sender.deliver(events);
        other.deliver(events);

        settled(3);
        assertThat(rows.events(other.workspace())).isEqualTo(3);
    }

    @Test
    void events_of_many_days_find_their_partitions() {
        Instant now = Instant.now();
        List<TelemetryEvent> events = IntStream.range(0, 60)
                .mapToObj(day -> Sample.event("message.sent", now.minus(Duration.ofDays(day))))
                .toList();

        sender.deliver(events);

        settled(60);
        assertThat(sender.counts("?type=message.sent&limit=200").jsonPath().getList("items"))
                .hasSize(60);
    }

    private void deliverShuffled(List<TelemetryEvent> events, int seed) {
        List<TelemetryEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));
        for (int from = 0; from < shuffled.size(); from += 100) {
            sender.deliver(shuffled.subList(from, from + 100));
        }
    }

    /** Once everything sent so far was handled, the table has each event once, and the counts say what the rows say. */
    private void settled(long events) {
        TelemetryEvent last = Sample.event("last-" + ++settlements);
        sender.deliver(List.of(last));
        await().untilAsserted(() -> assertThat(sender.counted(last.type())).isOne());

        assertThat(rows.events(sender.workspace())).isEqualTo(events + settlements);
        assertThat(rows.counted(sender.workspace())).isEqualTo(events + settlements);
        assertThat(rows.wrongCounts(sender.workspace())).isZero();
    }
}
