package io.parley.telemetry.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.parley.contracts.TelemetryEvent;
import io.parley.platform.ids.Ids;
import io.parley.telemetry.pseudonyms.Pseudonyms;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sample;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Lines.class)
class RulesTest {

    private final Sender sender = Sender.ofNewWorkspace();
    private final UUID session = Ids.next();
    private final Instant now = Instant.now();

    @Inject
    Rows rows;

    @Inject
    Pseudonyms pseudonyms;

    @BeforeEach
    void describe() {
        for (String skill : List.of("sums", "greeting")) {
            sender.request()
                    .body(Map.of())
                    .put("/api/v1/skills/" + skill)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void events_that_a_rule_is_about_are_observations_once() {
        add(Map.of(
                        "type",
                        "item.attempted",
                        "skill",
                        "sums",
                        "when",
                        Map.of("pointer", "/item/kind", "value", "sum"),
                        "correctIf",
                        Map.of("pointer", "/correct", "value", true),
                        "weight",
                        0.5))
                .statusCode(201);
        add(Map.of("type", "item.attempted", "skill", "greeting", "correct", false))
                .statusCode(201);
        List<TelemetryEvent> events = List.of(
                event("item.attempted", Map.of("item", Map.of("kind", "sum"), "correct", true)),
                event("item.attempted", Map.of("item", Map.of("kind", "sum"), "correct", 1)),
                event("item.attempted", Map.of("item", Map.of("kind", "sum"))),
                event("item.attempted", Map.of("item", Map.of("kind", "date"), "correct", true)),
                event("item.started", Map.of("item", Map.of("kind", "sum"), "correct", true)));

        sender.deliver(events);
        sender.deliver(events);
        stored(5);

        assertThat(rows.observations(sender.workspace()))
                .containsExactlyInAnyOrder(
                        "EVENT " + reference(events.get(0)) + " sums LEARNER " + user() + " true 0.5",
                        "EVENT " + reference(events.get(1)) + " sums LEARNER " + user() + " false 0.5",
                        "EVENT " + reference(events.get(0)) + " greeting LEARNER " + user() + " false 1",
                        "EVENT " + reference(events.get(1)) + " greeting LEARNER " + user() + " false 1",
                        "EVENT " + reference(events.get(2)) + " greeting LEARNER " + user() + " false 1",
                        "EVENT " + reference(events.get(3)) + " greeting LEARNER " + user() + " false 1");
    }

    @Test
    void of_two_rules_for_a_skill_the_older_one_counts_and_one_that_is_gone_does_not() {
        String first = add(Map.of("type", "answer", "skill", "sums", "correct", true))
                .extract()
                .path("id");
        add(Map.of("type", "answer", "skill", "sums", "correct", false)).statusCode(201);
        TelemetryEvent one = event("answer", Map.of());
        TelemetryEvent other = event("answer", Map.of());

        sender.deliver(List.of(one));
        stored(1);
        sender.request().delete("/api/v1/skill-rules/" + first).then().statusCode(204);
        sender.deliver(List.of(other));
        stored(2);

        assertThat(rows.observations(sender.workspace()))
                .containsExactlyInAnyOrder(
                        "EVENT " + reference(one) + " sums LEARNER " + user() + " true 1",
                        "EVENT " + reference(other) + " sums LEARNER " + user() + " false 1");
        sender.request().delete("/api/v1/skill-rules/" + first).then().statusCode(404);
    }

    @Test
    void what_was_masked_is_no_wrong_answer() {
        Sender.adminOf(sender)
                .request()
                .body(Map.of(
                        "dropped",
                        List.of("/given/0"),
                        "masked",
                        List.of(),
                        "freeText",
                        false,
                        "kept",
                        List.of("/item")))
                .put("/api/v1/privacy-settings")
                .then()
                .statusCode(200);
        add(Map.of("type", "answer", "skill", "sums", "correctIf", Map.of("pointer", "/answer", "value", "right")));
        add(Map.of("type", "choice", "skill", "sums", "correctIf", Map.of("pointer", "/given/0", "value", "right")));
        add(Map.of("type", "answer", "skill", "greeting", "correctIf", Map.of("pointer", "/item", "value", "hello")));
        TelemetryEvent answer = event("answer", Map.of("answer", "right", "item", "hello"));

        sender.deliver(List.of(answer, event("choice", Map.of("given", List.of("right")))));
        stored(2);

        assertThat(rows.observations(sender.workspace()))
                .containsExactly("EVENT " + reference(answer) + " greeting LEARNER " + user() + " true 1");
    }

    @Test
    void one_type_of_events_has_only_so_many_rules() {
        Map<String, Object> rule = Map.of("type", "answer", "skill", "sums", "correct", true);
        for (int number = 0; number < 50; number++) {
            add(rule).statusCode(201);
        }

        add(rule).statusCode(409).body("code", equalTo("too-many-skill-rules"));
        add(Map.of("type", "chat", "skill", "sums", "correct", true)).statusCode(201);
    }

    @Test
    void rules_are_listed_as_they_were_written() {
        add(Map.of(
                "type", "answer",
                "skill", "sums",
                "subjectKind", "ASSISTANT",
                "when", Map.of("pointer", "/a~1b/0/~0c", "value", "x"),
                "correctIf", Map.of("pointer", "/correct", "value", 1.5)));

        sender.request()
                .get("/api/v1/skill-rules")
                .then()
                .statusCode(200)
                .body("items.type", contains("answer"))
                .body("items[0].when.pointer", equalTo("/a~1b/0/~0c"))
                .body("items[0].when.value", equalTo("x"))
                .body("items[0].correctIf.value", equalTo(1.5f))
                .body("items[0].subjectKind", equalTo("ASSISTANT"))
                .body("items[0].weight", equalTo(1.0f));
        Sender.ofNewWorkspace().request().get("/api/v1/skill-rules").then().body("items", empty());
    }

    @Test
    void a_rule_that_makes_no_sense_is_refused_with_every_mistake() {
        add(Map.of("type", "execution.completed", "skill", "sums", "when", Map.of("pointer", "/a", "value", List.of())))
                .statusCode(422)
                .body("errors.field", containsInAnyOrder("/type", "/correct", "/when/value"));
        add(Map.of("type", "", "skill", "..", "weight", 0, "correctIf", Map.of("pointer", "a")))
                .statusCode(422)
                .body(
                        "errors.field",
                        containsInAnyOrder("/type", "/skill", "/weight", "/correctIf/pointer", "/correctIf/value"));
        add(Map.of("type", "answer", "skill", "unknown", "correct", true))
                .statusCode(422)
                .body("errors.field", contains("/skill"));
    }

    /** Whose events they are, as it is stored. */
    private String user() {
        return pseudonyms.of(sender.workspace()).of("user-1");
    }

    private ValidatableResponse add(Map<String, Object> rule) {
        return sender.request().body(rule).post("/api/v1/skill-rules").then();
    }

    private TelemetryEvent event(String type, Map<String, Object> payload) {
        return Sample.ofSession(session, type, now, payload);
    }

    private void stored(int events) {
        await().untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(events));
    }

    private static String reference(TelemetryEvent event) {
        return "event:" + event.eventId();
    }
}
