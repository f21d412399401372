package io.parley.telemetry.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.parley.contracts.Evidence;
import io.parley.contracts.ExecutionAssessed;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionReviewed;
import io.parley.contracts.ReviewId;
import io.parley.contracts.RunId;
import io.parley.contracts.UserId;
import io.parley.contracts.Verdict;
import io.parley.platform.ids.Ids;
import io.parley.platform.testing.TestBroker;
import io.parley.telemetry.pseudonyms.Pseudonyms;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sender;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Lines.class)
class ObservationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sender sender = Sender.ofNewWorkspace();
    private final ExecutionId execution = new ExecutionId(Ids.next());
    private final RunId run = new RunId(Ids.next());
    private final ReviewId review = new ReviewId(Ids.next());
    private final TestBroker broker = TestBroker.connect();

    @Inject
    Rows rows;

    @Inject
    Pseudonyms pseudonyms;

    @Inject
    @ReactiveDataSource("evidence")
    Pool evidence;

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void no_read_of_evidence_lasts_for_ever() {
        String limit = evidence.query("show statement_timeout")
                .execute()
                .map(rows -> rows.iterator().next().getString(0))
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(limit).isEqualTo("10s");
    }

    @Test
    void a_verdict_is_evidence_for_each_skill_of_its_case_once_and_makes_those_that_nobody_described() {
        broker.publish(assessed(1, Verdict.PASS, "weather.forecast", "greeting", "no..path", "no/path"));
        broker.publish(assessed(1, Verdict.PASS, "weather.forecast", "greeting", "no..path", "no/path"));

        evidence(
                "EXECUTION execution:%s greeting ASSISTANT bot@main true 1".formatted(execution),
                "EXECUTION execution:%s weather.forecast ASSISTANT bot@main true 1".formatted(execution));
        sender.request()
                .get("/api/v1/skills")
                .then()
                .body("items.path", contains("greeting", "weather", "weather.forecast"));
    }

    @Test
    void a_later_attempt_takes_the_place_of_an_earlier_one_whichever_comes_first() {
        ExecutionAssessed other = assessed(new ExecutionId(Ids.next()), 1, Verdict.PASS, "greeting");
        broker.publish(assessed(2, Verdict.FAIL, "greeting"));
        broker.publish(assessed(1, Verdict.PASS, "greeting"));
        broker.publish(other);

        evidence(
                "EXECUTION execution:%s greeting ASSISTANT bot@main false 1".formatted(execution),
                "EXECUTION execution:%s greeting ASSISTANT bot@main true 1".formatted(other.executionId()));
    }

    @Test
    void what_a_person_decided_takes_the_place_of_the_verdict_whichever_comes_first() {
        broker.publish(reviewed(1, 2, Verdict.PASS));
        broker.publish(reviewed(1, 1, Verdict.FAIL));
        broker.publish(assessed(1, Verdict.FAIL, "greeting"));

        evidence("REVIEW review:%s greeting ASSISTANT bot@main true 1".formatted(review));
    }

    @Test
    void of_what_nobody_could_tell_only_a_person_makes_evidence() {
        ExecutionAssessed other = assessed(new ExecutionId(Ids.next()), 1, Verdict.PASS, "greeting");
        broker.publish(assessed(1, Verdict.UNSURE, "greeting"));
        broker.publish(other);
        String ofOther = "EXECUTION execution:%s greeting ASSISTANT bot@main true 1".formatted(other.executionId());
        evidence(ofOther);

        broker.publish(reviewed(1, 1, Verdict.FAIL));

        evidence(ofOther, "REVIEW review:%s greeting ASSISTANT bot@main false 1".formatted(review));
    }

    @Test
    void a_decision_about_an_attempt_that_is_void_changes_nothing() {
        ExecutionId other = new ExecutionId(Ids.next());
        broker.publish(reviewed(1, 1, Verdict.FAIL));
        broker.publish(reviewed(other, 1, 1, Verdict.FAIL));
        broker.publish(assessed(2, Verdict.PASS, "greeting"));
        broker.publish(assessed(other, 1, Verdict.PASS, "greeting"));

        evidence(
                "EXECUTION execution:%s greeting ASSISTANT bot@main true 1".formatted(execution),
                "REVIEW review:%s greeting ASSISTANT bot@main false 1".formatted(review));
    }

    @Test
    void outside_assessments_are_taken_once_and_every_mistake_is_named() {
        sender.request().body(Map.of()).put("/api/v1/skills/sums").then().statusCode(200);
        Map<String, Object> good = outside("exam-1");
        Map<String, Object> bad = outside("");
        bad.putAll(Map.of("subjectKind", "TEACHER", "skill", "unknown", "correct", "yes", "weight", 2, "at", "now"));

        send(List.of(good, bad, good, List.of()))
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(2))
                .body(
                        "errors.field",
                        contains("/reference", "/subjectKind", "/skill", "/correct", "/weight", "/at", ""))
                .body("errors.index", contains(1, 1, 1, 1, 1, 1, 3));
        good.put("correct", false);
        send(List.of(good)).statusCode(200).body("accepted", equalTo(1));

        evidence("OUTSIDE exam-1 sums LEARNER %s true 0.25"
                .formatted(pseudonyms.of(sender.workspace()).of("ann")));
        send(List.of(bad)).statusCode(422).body("errors[0].field", equalTo("/observations/0/reference"));
        send(List.of()).statusCode(422).body("errors.field", contains("/observations"));
    }

    private ValidatableResponse send(List<?> observations) {
        return sender.request()
                .body(Map.of("observations", observations))
                .post("/api/v1/observations")
                .then();
    }

    private static Map<String, Object> outside(String reference) {
        return new HashMap<>(Map.of(
                "reference", reference,
                "subjectKind", "LEARNER",
                "subject", "ann",
                "skill", "sums",
                "correct", true,
                "weight", 0.25,
                "at", "2026-05-10T12:00:00Z"));
    }

    private void evidence(String... expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows.evidence(sender.workspace()))
                        .containsExactlyInAnyOrderElementsOf(Arrays.asList(expected)));
    }

    private ExecutionAssessed assessed(int attempt, Verdict verdict, String... skills) {
        return assessed(execution, attempt, verdict, skills);
    }

    private ExecutionAssessed assessed(ExecutionId id, int attempt, Verdict verdict, String... skills) {
        return new ExecutionAssessed(
                id,
                attempt,
                run,
                sender.workspace(),
                new Evidence("bot@main", List.of(skills)),
                verdict,
                Instant.now());
    }

    private ExecutionReviewed reviewed(int attempt, int decision, Verdict verdict) {
        return reviewed(execution, attempt, decision, verdict);
    }

    private ExecutionReviewed reviewed(ExecutionId id, int attempt, int decision, Verdict verdict) {
        return new ExecutionReviewed(
                id,
                attempt,
                run,
                sender.workspace(),
                review,
                decision,
                verdict,
                new UserId(Ids.next()),
                null,
                Instant.now());
    }
}
