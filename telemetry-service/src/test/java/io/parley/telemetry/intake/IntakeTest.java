package io.parley.telemetry.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.parley.platform.access.Access;
import io.parley.platform.testing.TestTokens;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Metrics;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sample;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Lines.class)
class IntakeTest {

    private final Sender sender = Sender.ofNewWorkspace();

    @Inject
    Rows rows;

    @Test
    void one_event_is_accepted_and_stored() {
        sender.send(Sample.event("message.sent"))
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(0))
                .body("errors", empty());

        await().untilAsserted(() -> assertThat(rows.events(sender.workspace())).isOne());
    }

    @Test
    void one_event_with_faults_is_refused_with_all_of_them() {
        Map<String, Object> spoilt = Sample.json(Sample.event("message.sent"));
        spoilt.put("eventId", "7");
        spoilt.remove("payload");

        sender.request()
                .body(spoilt)
                .post("/api/v1/telemetry/events")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-input"))
                .body("errors.field", contains("/eventId", "/payload"));
    }

    @Test
    void the_invalid_items_of_a_batch_are_named_by_index_and_the_valid_ones_are_stored() {
        List<Map<String, Object>> events = new ArrayList<>();
        Sample.events(5, "message.sent").forEach(event -> events.add(Sample.json(event)));
        events.get(1).put("type", "");
        events.get(3).put("subjectId", 7);
        events.get(3).put("occurredAt", "2001-01-01T00:00:00Z");

        sender.sendJson(events)
                .then()
                .statusCode(202)
                .body("accepted", equalTo(3))
                .body("rejected", equalTo(2))
                .body("errors.index", contains(1, 3, 3))
                .body("errors.field", contains("/type", "/subjectId", "/occurredAt"));

        await().untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(3));
    }

    @Test
    void what_is_rejected_is_counted_by_the_field_that_is_wrong_first() {
        List<Map<String, Object>> events = new ArrayList<>();
        Sample.events(4, "message.sent").forEach(event -> events.add(Sample.json(event)));
        events.get(0).put("subjectId", " ");
        events.get(0).put("type", "");
        events.get(1).put("subjectId", 7);
        events.get(2).remove("payload");
        double subjects = rejectedBy("subjectId");
        double payloads = rejectedBy("payload");
        double types = rejectedBy("type");

        sender.sendJson(events).then().statusCode(202).body("rejected", equalTo(3));
        sender.request()
                .contentType("application/x-ndjson")
                .body("{\"eventId\":7}\n7\n".getBytes(UTF_8))
                .post("/api/v1/telemetry/events/stream")
                .then()
                .statusCode(422);

        assertThat(rejectedBy("subjectId")).isEqualTo(subjects + 2);
        assertThat(rejectedBy("payload")).isEqualTo(payloads + 1);
        assertThat(rejectedBy("type")).isEqualTo(types);
        assertThat(rejectedBy("eventId")).isPositive();
        assertThat(rejectedBy("event")).isPositive();
    }

    private static double rejectedBy(String reason) {
        return Metrics.value("parley_telemetry_rejected_total{reason=\"" + reason + "\"}");
    }

    @Test
    void a_batch_without_a_valid_item_is_refused_whole() {
        Map<String, Object> spoilt = Sample.json(Sample.event("message.sent"));
        spoilt.put("sessionId", "none");

        sender.sendJson(List.of(spoilt, new HashMap<>(spoilt)))
                .then()
                .statusCode(422)
                .body("errors.field", contains("/events/0/sessionId", "/events/1/sessionId"));
    }

    @Test
    void a_batch_holds_up_to_1000_events() {
        sender.sendBatch(Sample.events(1_000, "message.sent"))
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1_000));
        sender.sendBatch(Sample.events(1_001, "message.sent"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("/events"));
        sender.sendBatch(List.of()).then().statusCode(422).body("errors.field", contains("/events"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "7", "{\"events\":{}}", "{\"events\":null}"})
    void what_is_no_batch_is_refused(String body) {
        sender.request()
                .body(body)
                .post("/api/v1/telemetry/events/batch")
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"events\":[", "not json"})
    void what_is_no_json_is_malformed(String body) {
        sender.request()
                .body(body)
                .post("/api/v1/telemetry/events/batch")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void a_body_of_more_than_a_mebibyte_is_too_large() {
        sender.request()
                .body("{\"events\":[\"" + "x".repeat(1024 * 1024) + "\"]}")
                .post("/api/v1/telemetry/events/batch")
                .then()
                .statusCode(413);
    }

    @Test
    void a_key_for_telemetry_may_send_and_not_read() {
        String key = TestTokens.ofKey(sender.workspace(), Access.TELEMETRY_WRITE);
        Sender program = new Sender(sender.workspace(), key);

        program.send(Sample.event("message.sent")).then().statusCode(202);
        program.events("").then().statusCode(403);
        program.counts("").then().statusCode(403);
    }

    @Test
    void a_token_that_was_good_is_good_until_it_expires_and_as_it_was_signed() {
        String token = TestTokens.brief(sender.workspace(), Access.EDITOR);
        Sender brief = new Sender(sender.workspace(), token);
        Sender tampering = new Sender(sender.workspace(), token.substring(0, token.length() - 2) + "AA");

        brief.send(Sample.event("message.sent")).then().statusCode(202);
        brief.send(Sample.event("message.sent")).then().statusCode(202);
        tampering.send(Sample.event("message.sent")).then().statusCode(401);

        await().untilAsserted(() -> brief.send(Sample.event("late")).then().statusCode(401));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/telemetry/events, application/json",
        "/api/v1/telemetry/events/batch, application/json",
        "/api/v1/telemetry/events/stream, application/x-ndjson"
    })
    void only_editors_and_keys_for_telemetry_may_send(String path, String type) {
        given().contentType(type).body("{}".getBytes(UTF_8)).post(path).then().statusCode(401);
        Sender viewer = new Sender(sender.workspace(), TestTokens.of(sender.workspace(), Access.VIEWER));
        Sender otherKey = new Sender(sender.workspace(), TestTokens.ofKey(sender.workspace(), Access.RUNS_WRITE));
        for (Sender stranger : List.of(viewer, otherKey)) {
            given().auth()
                    .oauth2(stranger.token())
                    .contentType(type)
                    .body("{}".getBytes(UTF_8))
                    .post(path)
                    .then()
                    .statusCode(403);
        }
    }
}
