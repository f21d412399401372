package io.parley.telemetry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.platform.problems.FieldError;
import io.parley.telemetry.intake.Reading.Invalid;
import io.parley.telemetry.intake.Reading.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
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

        Reading reading = read(json.toString());

        assertThat(reading).isInstanceOfSatisfying(Valid.class, valid -> {
            assertThat(valid.event().eventId()).isEqualTo(UUID.fromString("0198c0de-0000-7000-8000-000000000001"));
            assertThat(valid.event().sessionId()).isEqualTo(UUID.fromString("0198c0de-0000-7000-8000-000000000002"));
            assertThat(valid.event().subjectId()).isEqualTo("user-1");
            assertThat(valid.event().type()).isEqualTo("message.sent");
            assertThat(valid.event().occurredAt()).isEqualTo(NOW);
            assertThat(valid.event().payload()).isEqualTo(json.get("payload").toString());
        });
    }

    @Test
    void every_fault_of_an_event_is_named_at_once() throws Exception {
        var json = JSON.readTree("{\"eventId\":\"1-1-1-1-1\",\"subjectId\":\" \",\"type\":7,"
                + "\"occurredAt\":\"yesterday\",\"payload\":[]}");

        assertThat(errors(read(json.toString())))
                .extracting(FieldError::field)
                .containsExactly("/eventId", "/sessionId", "/subjectId", "/type", "/occurredAt", "/payload");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "7", "\"text\""})
    void what_is_no_object_is_no_event(String json) throws Exception {
        assertThat(errors(read(json))).containsExactly(new FieldError("", "must be an object"));
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
        Reading reading = read(event().put("occurredAt", occurredAt).toString());

        assertThat(reading).isInstanceOf(taken ? Valid.class : Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({"subjectId, 200, true", "subjectId, 201, false", "type, 100, true", "type, 101, false", "type, 0, false"
    })
    void names_have_their_lengths(String field, int length, boolean taken) {
        Reading reading = read(event().put(field, "x".repeat(length)).toString());

        assertThat(reading).isInstanceOf(taken ? Valid.class : Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\u0000b", "\ud83d", "\ude00\ud83d"})
    void names_are_texts_that_people_and_the_database_can_read(String name) {
        assertThat(errors(read(event().put("type", name).toString())))
                .extracting(FieldError::field)
                .containsExactly("/type");
    }

    @Test
    void a_payload_of_32_KiB_is_taken_and_one_byte_more_is_not() {
        int frame = "{\"text\":\"\"}".length();

        assertThat(read(payload("x".repeat(32 * 1024 - frame)).toString())).isInstanceOf(Valid.class);
        assertThat(errors(read(payload("x".repeat(32 * 1024 - frame + 1)).toString())))
                .containsExactly(
                        new FieldError("/payload", "must have at most 32768 bytes as compact JSON, has 32769"));
    }

    @Test
    void the_size_of_a_payload_is_counted_in_bytes_not_characters() {
        assertThat(read(payload("ü".repeat(20_000)).toString())).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"\\u0000\"}",
                "{\"a\\u0000\":1}",
                "{\"a\":[{\"b\":\"\\ud800\"}]}",
                "{\"a\":1e400}",
            })
    void a_payload_that_cannot_be_stored_unchanged_is_refused(String payload) {
        assertThat(errors(read(withPayload(payload))))
                .extracting(FieldError::field)
                .containsExactly("/payload");
    }

    @ParameterizedTest
    @CsvSource({"32, true", "33, false"})
    void a_payload_is_nested_at_most_32_deep(int depth, boolean taken) throws Exception {
        ObjectNode json = event();
        json.set("payload", JSON.readTree("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)));

        assertThat(read(json.toString())).isInstanceOf(taken ? Valid.class : Invalid.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { "a" : [ 1 , 2.50 , -1e3 ] , "b" : { } } | {"a":[1,2.5,-1000.0],"b":{}}
            {"a":"\\u00fc\\u0041\\/\\n","b":12345678901234567890123}      | {"a":"üA/\\n","b":12345678901234567890123}
            {"a":{"b":{}},"a":[[],[{}]]}                    | {"a":{"b":{}},"a":[[],[{}]]}
            """)
    void a_payload_loses_white_space_and_nothing_else(String payload, String kept) {
        assertThat(read(withPayload(payload)))
                .isInstanceOfSatisfying(
                        Valid.class,
                        valid -> assertThat(valid.event().payload()).isEqualTo(kept));
    }

    @Test
    void of_a_field_that_is_there_twice_the_last_one_counts() {
        String json = withPayload("7, \"type\":7, \"payload\":{\"a\":1}, \"type\":\"said\", \"more\":[{}]");

        assertThat(read(json)).isInstanceOfSatisfying(Valid.class, valid -> {
            assertThat(valid.event().type()).isEqualTo("said");
            assertThat(valid.event().payload()).isEqualTo("{\"a\":1}");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "{\"a\":\"\\u0000\",\"b\":[", "{]", "[1"})
    void what_breaks_off_in_a_payload_is_no_json(String payload) {
        String json = withPayload(payload);

        assertThatThrownBy(() -> EventReader.read(parser(json.substring(0, json.lastIndexOf('}'))), WINDOW))
                .isInstanceOf(JsonProcessingException.class);
    }

    private static String withPayload(String payload) {
        return event().toString().replace("\"payload\":{}", "\"payload\":" + payload);
    }

    private static Reading read(String json) {
        try {
            return EventReader.read(parser(json), WINDOW);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static JsonParser parser(String json) throws IOException {
        JsonParser parser = EventReader.JSON.createParser(json);
        parser.nextToken();
        return parser;
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
