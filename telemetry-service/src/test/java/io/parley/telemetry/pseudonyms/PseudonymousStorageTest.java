package io.parley.telemetry.pseudonyms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.parley.contracts.TelemetryEvent;
import io.parley.platform.ids.Ids;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Lines.class)
class PseudonymousStorageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sender sender = Sender.ofNewWorkspace();
    private final Sender admin = Sender.adminOf(sender);
    private final String subject = "ann-" + UUID.randomUUID();
    private final UUID session = Ids.next();
    private final Instant start = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);

    @Inject
    Rows rows;

    @Inject
    Pseudonyms pseudonyms;

    @BeforeEach
    void describe() {
        sender.request().body(Map.of()).put("/api/v1/skills/sums").then().statusCode(200);
        sender.request()
                .body(Map.of("type", "answer", "skill", "sums", "correct", true))
                .post("/api/v1/skill-rules")
                .then()
                .statusCode(201);
    }

    @Test
    void no_table_has_the_id_by_which_a_sender_knows_a_subject() {
        tell(session, 1);
        assess("exam-1", subject);
        everybodyLooks(subject);

        assertThat(rows.mentions(subject)).isZero();
        assertThat(rows.mentions(pseudonym())).isPositive();
    }

    @Test
    void what_is_stored_is_found_by_the_id_that_a_sender_knows_and_by_the_pseudonym_that_is_shown() {
        tell(session, 1);
        assess("exam-1", subject);
        assess("exam-2", pseudonym());

        for (String id : List.of(subject, pseudonym())) {
            sender.events("?subjectId=" + id).then().body("items.subjectId", contains(pseudonym()));
            sessions(id).then().body("items.subjectId", contains(pseudonym()));
            sender.request()
                    .get("/api/v1/assessments/learners/" + id)
                    .then()
                    .statusCode(200)
                    .body("subject", equalTo(id))
                    .body("skills[0].observations", equalTo(3));
            JsonPath export = export(id);
            assertThat(export.getList("events")).hasSize(1);
            assertThat(export.getList("sessions")).hasSize(1);
            assertThat(export.getList("observations")).hasSize(3);
        }
        sender.request()
                .body(Map.of("subjects", List.of(subject, pseudonym())))
                .post("/api/v1/assessments/groups")
                .then()
                .body("subjects", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_subject_is_erased_by_either(boolean byPseudonym) {
        tell(session, 1);
        assess("exam-1", subject);

        admin.request()
                .delete("/api/v1/subjects/" + (byPseudonym ? pseudonym() : subject))
                .then()
                .statusCode(200)
                .body("events", equalTo(1))
                .body("sessions", equalTo(1))
                .body("observations", equalTo(2));

        assertThat(rows.mentions(pseudonym())).isZero();
    }

    @Test
    void whoever_looked_is_found_by_either_and_a_subject_is_one_by_whatever_it_is_called() {
        tell(session, 1);

        sender.events("?subjectId=" + subject).then().statusCode(200);
        sender.request()
                .body(Map.of("subjects", List.of(subject, pseudonym())))
                .post("/api/v1/assessments/groups")
                .then()
                .statusCode(200);

        for (String id : List.of(subject, pseudonym())) {
            admin.request()
                    .get("/api/v1/personal-reads?subject=" + id)
                    .then()
                    .body("items.what", contains("PROFILES", "EVENTS"))
                    .body("items.subject", everyItem(equalTo(pseudonym())));
        }
        admin.request().get("/api/v1/personal-reads").then().body("items", hasSize(2));
    }

    @Test
    void nobody_can_tell_that_two_workspaces_know_the_same_person() {
        Sender other = Sender.ofNewWorkspace();
        tell(session, 1);
        other.deliver(List.of(event(Ids.next(), 2)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows.events(other.workspace())).isOne());

        assertThat(other.events("").jsonPath().getString("items[0].subjectId"))
                .isEqualTo(pseudonyms.of(other.workspace()).of(subject))
                .isNotEqualTo(pseudonym());
        other.events("?subjectId=" + pseudonym()).then().body("items", hasSize(0));
    }

    @Test
    void a_workspace_that_turns_pseudonyms_off_and_on_finds_everything_by_the_id_that_it_knows() {
        plainSubjects(true);
        tell(session, 1);
        assess("exam-1", subject);
        sender.events("?subjectId=" + subject).then().body("items.subjectId", contains(subject));
        plainSubjects(false);
        UUID later = Ids.next();
        tell(later, 2);
        tell(session, 3);
        assess("exam-2", subject);

        sender.events("?subjectId=" + subject + "&limit=2")
                .then()
                .body("items.subjectId", contains(pseudonym(), pseudonym()))
                .body("items.sessionId", contains(session.toString(), later.toString()));
        sender.events("?subjectId=" + subject)
                .then()
                .body("items.subjectId", contains(pseudonym(), pseudonym(), subject));
        sessions(subject).then().body("items.subjectId", contains(pseudonym(), subject));
        sender.request()
                .get("/api/v1/assessments/learners/" + subject)
                .then()
                .body("skills[0].observations", equalTo(5));
        sender.request().post("/api/v1/skills/sums/fit").then().statusCode(200).body("learners", equalTo(1));
        JsonPath export = export(subject);
        assertThat(export.getList("events")).hasSize(3);
        assertThat(export.getList("sessions.sessionId"))
                .containsExactlyInAnyOrder(session.toString(), later.toString());
        assertThat(export.getList("reads.what"))
                .containsExactlyInAnyOrder("EVENTS", "EVENTS", "EVENTS", "SESSIONS", "PROFILES", "EXPORT");
        admin.request()
                .delete("/api/v1/subjects/" + subject)
                .then()
                .body("events", equalTo(3))
                .body("sessions", equalTo(2))
                .body("observations", equalTo(5));
        assertThat(rows.mentions(subject) + rows.mentions(pseudonym())).isZero();
    }

    @Test
    void versions_of_assistants_are_stored_as_they_are_called_and_found_also_by_what_rules_saw_in_events() {
        sender.request()
                .body(Map.of("type", "turn", "skill", "sums", "correct", true, "subjectKind", "ASSISTANT"))
                .post("/api/v1/skill-rules")
                .then()
                .statusCode(201);
        assess("exam-1", "ASSISTANT", subject);
        sender.deliver(List.of(new TelemetryEvent(Ids.next(), session, subject, "turn", start, "{}")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows.events(sender.workspace())).isOne());

        assertThat(rows.observations(sender.workspace()))
                .anyMatch(line -> line.startsWith("OUTSIDE exam-1 sums ASSISTANT " + subject));
        sender.request()
                .get("/api/v1/assessments/assistants/" + subject)
                .then()
                .body("skills[0].observations", equalTo(2));
    }

    private String pseudonym() {
        return pseudonyms.of(sender.workspace()).of(subject);
    }

    private void plainSubjects(boolean plain) {
        admin.request()
                .body(Map.of(
                        "dropped",
                        List.of(),
                        "masked",
                        List.of(),
                        "freeText",
                        true,
                        "kept",
                        List.of(),
                        "plainSubjects",
                        plain))
                .put("/api/v1/privacy-settings")
                .then()
                .statusCode(200)
                .body("plainSubjects", equalTo(plain));
    }

    /** Sends an event of the subject, and waits until it is stored. */
    private void tell(UUID of, int minute) {
        long before = rows.events(sender.workspace());
        sender.deliver(List.of(event(of, minute)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(before + 1));
    }

    private TelemetryEvent event(UUID of, int minute) {
        return new TelemetryEvent(
                Ids.next(), of, subject, "answer", start.plus(Duration.ofMinutes(minute)), "{\"item\":\"sum-1\"}");
    }

    private void assess(String reference, String who) {
        assess(reference, "LEARNER", who);
    }

    private void assess(String reference, String kind, String who) {
        Map<String, Object> observation = Map.of(
                "reference",
                reference,
                "subjectKind",
                kind,
                "subject",
                who,
                "skill",
                "sums",
                "correct",
                true,
                "at",
                start.toString());
        sender.request()
                .body(Map.of("observations", List.of(observation)))
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
    }

    private void everybodyLooks(String id) {
        sender.events("?subjectId=" + id).then().statusCode(200);
        sessions(id).then().statusCode(200);
        sender.request().get("/api/v1/assessments/learners/" + id).then().statusCode(200);
        export(id);
    }

    private Response sessions(String id) {
        return sender.request().get("/api/v1/telemetry/sessions?subjectId=" + id);
    }

    private JsonPath export(String id) {
        return admin.request()
                .get("/api/v1/subjects/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
