package io.parley.validation.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.Evidence;
import io.parley.contracts.ExecutionAssessed;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.Queues;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestBroker;
import io.parley.validation.assertions.Answers;
import io.parley.validation.catalogue.AssertionReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class TranscriptConsumerTest {

    private final Map<ExecutionId, ExecutionValidated> verdicts = new HashMap<>();
    private TestBroker broker;
    private String published;

    @BeforeEach
    void connect() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
        broker = TestBroker.connect();
        published = broker.listen(ExecutionValidated.class);
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void a_transcript_becomes_a_verdict() {
        ExecutionCompleted completed = new Completed()
                .turn("{\"weather\": null, \"city\": \"Köln\"}", "{'json-path': {'path': '$.weather', 'equals': null}}")
                .turn("It is sunny", "{'contains': 'SUNNY', 'ignore-case': true}", "{'equals': 'no'}")
                .event();

        broker.publish(completed);

        ExecutionValidated verdict = verdictOf(completed);
        assertThat(verdict)
                .isEqualTo(Scoring.of(new AssertionReader(), completed).validated(Answers.none()));
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        RestAssured.get("/q/metrics")
                .then()
                .body(Matchers.containsString("parley_executions_scored_total{verdict=\"FAIL\"}"));
    }

    @Test
    void whose_skills_a_verdict_is_evidence_of_is_told_before_it_and_of_others_nothing_is() {
        String assessed = broker.listen(ExecutionAssessed.class);
        Evidence evidence = new Evidence("bot@main", List.of("weather.forecast"));
        ExecutionCompleted skilled = new Completed()
                .evidence(evidence)
                .turn("It is sunny", "{'contains': 'sunny'}")
                .event();
        ExecutionCompleted other =
                new Completed().turn("hi", "{'equals': 'hi'}").event();

        broker.publish(other);
        broker.publish(skilled);

        awaitVerdicts(List.of(skilled, other));
        assertThat(broker.takeAll(assessed, ExecutionAssessed.class))
                .containsExactly(new ExecutionAssessed(
                        skilled.executionId(),
                        skilled.attempt(),
                        skilled.runId(),
                        skilled.workspaceId(),
                        evidence,
                        Verdict.PASS,
                        Instant.EPOCH.plusSeconds(1)));
    }

    @Test
    void what_a_rule_cannot_decide_is_decided_too() {
        ExecutionCompleted completed = new Completed()
                .turn(
                        "Expect sunshine in Berlin tomorrow.",
                        "{'similar': {'to': 'It will be sunny in Berlin tomorrow'}}",
                        "{'language': {'is': 'en'}}",
                        "{'entity': {'type': 'place', 'equals': 'Berlin'}}",
                        "{'javascript': 'output.length < 50 && turns.length === 1'}",
                        "{'not': {'javascript': 'for (;;) {}'}}")
                .event();

        broker.publish(completed);

        assertThat(verdictOf(completed).results())
                .extracting(AssertionResult::verdict)
                .containsExactly(Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.ERROR);
    }

    @Test
    void a_message_that_is_no_transcript_is_a_dead_letter_and_the_rest_flows_on() {
        long before = broker.deadLetters(Queues.VALIDATION_TRANSCRIPTS);
        List<ExecutionCompleted> good = IntStream.range(0, 300)
                .mapToObj(n -> new Completed()
                        .turn("answer " + n, "{'equals': 'answer " + n + "'}")
                        .event())
                .toList();

        good.subList(0, 150).forEach(broker::publish);
        broker.publish(Queues.VALIDATION_TRANSCRIPTS.routingKey(), "{\"executionId\": [");
        broker.publish(Queues.VALIDATION_TRANSCRIPTS.routingKey(), "{\"executionId\": null}");
        good.subList(150, 300).forEach(broker::publish);

        awaitVerdicts(good);
        assertThat(verdicts.values()).extracting(ExecutionValidated::verdict).containsOnly(Verdict.PASS);
        await().untilAsserted(() ->
                assertThat(broker.deadLetters(Queues.VALIDATION_TRANSCRIPTS)).isEqualTo(before + 2));
    }

    @Test
    void a_hostile_execution_holds_up_neither_health_nor_the_verdicts_behind_it() {
        ExecutionCompleted hostile = new Completed()
                .turn(
                        "x".repeat(1 << 20),
                        "{'regex': '(x+x+)+y'}",
                        "{'regex': '[^a]{1,1000}y'}",
                        "{'json-path': {'path': '$..*'}}")
                .event();
        ExecutionCompleted behind =
                new Completed().turn("hi", "{'equals': 'hi'}").event();

        broker.publish(hostile);
        broker.publish(behind);
        RestAssured.get("/q/health/live").then().statusCode(200).time(Matchers.lessThan(1_000L));

        assertThat(verdictOf(hostile).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdictOf(behind).verdict()).isEqualTo(Verdict.PASS);
    }

    private ExecutionValidated verdictOf(ExecutionCompleted completed) {
        awaitVerdicts(List.of(completed));
        return Objects.requireNonNull(verdicts.get(completed.executionId()));
    }

    private void awaitVerdicts(List<ExecutionCompleted> completed) {
        List<ExecutionId> ids =
                completed.stream().map(ExecutionCompleted::executionId).toList();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            broker.takeAll(published, ExecutionValidated.class)
                    .forEach(verdict -> verdicts.put(verdict.executionId(), verdict));
            return verdicts.keySet().containsAll(ids);
        });
    }
}
