package io.parley.telemetry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.parley.contracts.Queues;
import io.parley.contracts.TelemetryEvent;
import io.parley.telemetry.testing.EventLines;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sample;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Lines.class)
class StreamTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private final Sender sender = Sender.ofNewWorkspace();

    @SuppressWarnings("NullAway.Init") // the test resource puts itself in
    Lines lines;

    @Inject
    Rows rows;

    @AfterEach
    void mend() {
        lines.toBroker().mend();
        await().atMost(RECOVERY)
                .untilAsserted(
                        () -> assertThat(sender.send(Sample.event("probe")).statusCode())
                                .isEqualTo(202));
    }

    @Test
    void the_events_of_a_stream_are_stored_before_it_is_over() {
        try (EventLines stream = EventLines.of(sender)) {
            stream.send(ofEvents(Sample.events(3, "message.sent")));
            await().untilAsserted(
                            () -> assertThat(rows.events(sender.workspace())).isEqualTo(3));

            stream.send(ofEvents(Sample.events(2, "message.sent")));
            EventLines.Answer answer = stream.end();

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body().getInt("accepted")).isEqualTo(5);
        }
        stored(5);
    }

    @Test
    void a_stream_may_be_larger_than_any_body_and_stores_each_event_once() {
        List<TelemetryEvent> events = Sample.events(10_000, "message.sent");

        try (EventLines stream = EventLines.of(sender)) {
            for (int from = 0; from < 10_000; from += 500) {
                stream.send(ofEvents(events.subList(from, from + 500)));
            }
            stream.send(ofEvents(events.subList(0, 100)));
            assertThat(stream.end().body().getInt("accepted")).isEqualTo(10_100);
        }

        stored(10_000);
    }

    @Test
    void the_invalid_lines_of_a_stream_are_named_and_the_valid_ones_are_stored() {
        Map<String, Object> spoilt = Sample.json(Sample.event("message.sent"));
        spoilt.put("type", "");
        spoilt.remove("payload");

        try (EventLines stream = EventLines.of(sender)) {
            stream.send(line(Sample.json(Sample.event("message.sent"))))
                    .send("\n")
                    .send(line(spoilt))
                    .send("{\"eventId\":\n")
                    .send("x".repeat(StreamTally.MAX_LINE_BYTES + 1) + "\n")
                    .send(line(Sample.json(Sample.event("message.sent"))).strip() + " {}\n")
                    .send(line(Sample.json(Sample.event("message.sent"))).strip());
            EventLines.Answer answer = stream.end();

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body().getInt("accepted")).isEqualTo(2);
            assertThat(answer.body().getInt("rejected")).isEqualTo(4);
            assertThat(answer.body().getList("errors.index")).isEqualTo(List.of(2, 2, 3, 4, 5));
            assertThat(answer.body().getList("errors.field")).isEqualTo(List.of("/type", "/payload", "", "", ""));
        }
        stored(2);
    }

    @Test
    void a_stream_without_a_valid_line_is_refused_with_its_first_thousand_faults() {
        try (EventLines stream = EventLines.of(sender)) {
            EventLines.Answer answer = stream.send("{}x\n".repeat(1_500)).end();

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body().getList("errors")).hasSize(StreamTally.MAX_ERRORS);
            assertThat(answer.body().getInt("errors[7].line")).isEqualTo(8);
        }
        try (EventLines stream = EventLines.of(sender)) {
            assertThat(stream.send("\n").end().status()).isEqualTo(422);
        }
    }

    @Test
    void a_broker_that_stays_silent_ends_a_stream_and_a_batch_with_a_503() {
        List<TelemetryEvent> events = Sample.events(20, "message.sent");
        lines.toBroker().stall();

        try (EventLines stream = EventLines.of(sender)) {
            stream.send(ofEvents(events));
            unavailable(stream.answer());
        }
        Response batch = sender.sendBatch(events);
        assertThat(batch.statusCode()).isEqualTo(503);
        assertThat(Integer.parseInt(batch.header("Retry-After"))).isPositive();

        lines.toBroker().mend();
        await().atMost(RECOVERY)
                .untilAsserted(
                        () -> assertThat(sender.sendBatch(events).statusCode()).isEqualTo(202));
        stored(20);
    }

    @Test
    void a_full_queue_ends_a_stream_and_a_batch_with_a_503_until_it_has_room_again() throws Exception {
        List<TelemetryEvent> events = Sample.events(20, "message.sent");

        try (Connection connection = broker().newConnection();
                Channel channel = connection.createChannel()) {
            String full = fullQueue(channel);
            try (EventLines stream = EventLines.of(sender)) {
                stream.send(ofEvents(events));
                unavailable(stream.answer());
            }
            assertThat(sender.sendBatch(events).statusCode()).isEqualTo(503);
            channel.queueDelete(full);
        }

        sender.deliver(events);
        stored(20);
    }

    private static void unavailable(EventLines.Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(Integer.parseInt(answer.retryAfter())).isPositive();
        assertThat(answer.body().getString("detail")).startsWith("The first 0 valid events are safe.");
    }

    /** Takes the same events as the service's own and has room for one message, which is in it. */
    private static String fullQueue(Channel channel) throws Exception {
        String routingKey = Queues.TELEMETRY_EVENTS.routingKey();
        String queue = channel.queueDeclare(
                        "", false, true, true, Map.of("x-max-length", 1, "x-overflow", "reject-publish"))
                .getQueue();
        channel.confirmSelect();
        channel.basicPublish("", queue, null, new byte[0]);
        assertThat(channel.waitForConfirms()).isTrue();
        channel.queueBind(queue, Queues.EXCHANGE, routingKey);
        return queue;
    }

    private static ConnectionFactory broker() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(ConfigProvider.getConfig().getValue("parley.broker.url", String.class));
        return factory;
    }

    private void stored(int events) {
        await().untilAsserted(() -> assertThat(sender.counted("message.sent")).isEqualTo(events));
        assertThat(rows.wrongCounts(sender.workspace())).isZero();
    }

    private static String ofEvents(List<TelemetryEvent> events) {
        return events.stream().map(Sample::json).map(StreamTest::line).collect(Collectors.joining());
    }

    private static String line(Map<String, Object> event) {
        try {
            return JSON.writeValueAsString(event) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
