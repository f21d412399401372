package io.parley.telemetry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.platform.problems.FieldError;
import io.parley.telemetry.intake.Reading.Invalid;
import io.parley.telemetry.intake.Reading.Valid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final Instant NOW = Instant.parse("2026-05-10T12:00:00Z");
    private static final Window WINDOW = Window.at(NOW, Duration.ofDays(90));
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void an_event_within_all_bounds_is_taken_as_it_is() throws Exception {
        ObjectNode json = event();
        json.set("payload", JSON.readTree("{\"text\":\"Grüße 😀\",\"nothing\":null,\"deep\":{\"list\":[1,2.5,true]}}"));

        Reading reading = EventReader.read(json, WINDOW);

        assertThat(reading).isInstanceOfSatisfying(Valid.class, valid -> {
            assertThat(valid.event().eventId()).isEqualTo(UUID.fromString("0198c0de-0000-7000-8000-000000000001"));
            assertThat(valid.event().sessionId()).isEqualTo(UUID.fromString("0198c0de-0000-7000-8000-000000000002"));
            assertThat(valid.event().subjectId()).isEqualTo("user-1");
            assertThat(valid.event().type()).isEqualTo("message.sent");
            assertThat(valid.event().occurredAt()).isEqualTo(NOW);
            assertThat(JSON.valueToTree(valid.event().payload()).toString())
                    .isEqualTo(json.get("payload").toString());
        });
    }

    @Test
    void every_fault_of_an_event_is_named_at_once() throws Exception {
        var json = JSON.readTree("{\"eventId\":\"1-1-1-1-1\",\"subjectId\":\" \",\"type\":7,"
                + "\"occurredAt\":\"yesterday\",\"payload\":[]}");

        assertThat(errors(EventReader.read(json, WINDOW)))
                .extracting(FieldError::field)
                .containsExactly("/eventId", "/sessionId", "/subjectId", "/type", "/occurredAt", "/payload");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "7", "\"text\""})
    void what_is_no_object_is_no_event(String json) throws Exception {
        assertThat(errors(EventReader.read(JSON.readTree(json), WINDOW)))
                .containsExactly(new FieldError("", "must be an object"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-11T12:00:00Z, true",
        "2026-05-11T12:00:01Z, false",
        "2026-05-11T14:00:00+02:00, true",
        "2026-02-09T12:00:00Z, true",
        "2026-02-09T11:59:59Z, false"
    })
    void an_event_may_be_a_day_ahead_and_as_old_as_the_retention(String occurredAt, boolean taken) {
        Reading reading = EventReader.read(event().put("occurredAt", occurredAt), WINDOW);

        assertThat(reading).isInstanceOf(taken ? Valid.class : Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({"subjectId, 200, true", "subjectId, 201, false", "type, 100, true", "type, 101, false", "type, 0, false"
    })
    void names_have_their_lengths(String field, int length, boolean taken) {
        Reading reading = EventReader.read(event().put(field, "x".repeat(length)), WINDOW);

        assertThat(reading).isInstanceOf(taken ? Valid.class : Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\u0000b", "\ud83d", "\ude00\ud83d"})
    void names_are_texts_that_people_and_the_database_can_read(String name) {
        assertThat(errors(EventReader.read(event().put("type", name), WINDOW)))
                .extracting(FieldError::field)
                .containsExactly("/type");
    }

    @Test
    void a_payload_of_32_KiB_is_taken_and_one_byte_more_is_not() {
        int frame = "{\"text\":\"\"}".length();

        assertThat(EventReader.read(payload("x".repeat(32 * 1024 - frame)), WINDOW))
                .isInstanceOf(Valid.class);
        assertThat(errors(EventReader.read(payload("x".repeat(32 * 1024 - frame + 1)), WINDOW)))
                .containsExactly(
                        new FieldError("/payload", "must have at most 32768 bytes as compact JSON, has 32769"));
    }

    @Test
    void the_size_of_a_payload_is_counted_in_bytes_not_characters() {
        assertThat(EventReader.read(payload("ü".repeat(20_000)), WINDOW)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"\\u0000\"}",
                "{\"a\\u0000\":1}",
                "{\"a\":[{\"b\":\"\\ud800\"}]}",
                "{\"a\":1e400}",
            })
    void a_payload_that_cannot_be_stored_unchanged_is_refused(String payload) throws Exception {
        ObjectNode json = event();
        json.set("payload", JSON.readTree(payload));

        assertThat(errors(EventReader.read(json, WINDOW)))
                .extracting(FieldError::field)
                .containsExactly("/payload");
    }

    @ParameterizedTest
    @CsvSource({"32, true", "33, false"})
    void a_payload_is_nested_at_most_32_deep(int depth, boolean taken) throws Exception {
        ObjectNode json = event();
        json.set("payload", JSON.readTree("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)));

        assertThat(EventReader.read(json, WINDOW)).isInstanceOf(taken ? Valid.class : Invalid.class);
    }

    private static ObjectNode payload(String text) {
        ObjectNode json = event();
        json.putObject("payload").put("text", text);
        return json;
    }

    private static ObjectNode event() {
        ObjectNode event = JSON.createObjectNode()
                .put("eventId", "0198c0de-0000-7000-8000-000000000001")
                .put("sessionId", "0198c0de-0000-7000-8000-000000000002")
                .put("subjectId", "user-1")
                .put("type", "message.sent")
                .put("occurredAt", NOW.toString());
        event.putObject("payload");
        return event;
    }

    private static List<FieldError> errors(Reading reading) {
        assertThat(reading).isInstanceOf(Invalid.class);
        return ((Invalid) reading).errors();
    }
}
