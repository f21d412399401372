package io.parley.validation.scoring;

import static io.parley.validation.testing.StubModel.busy;
import static io.parley.validation.testing.StubModel.says;
import static io.parley.validation.testing.StubModel.silent;
import static io.parley.validation.testing.StubModel.status;
import static io.parley.validation.testing.StubModel.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.Evidence;
import io.parley.contracts.ExecutionAssessed;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.JudgementRequested;
import io.parley.contracts.Queues;
import io.parley.contracts.Verdict;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.validation.testing.Person;
import io.parley.validation.testing.StubModel;
import io.parley.validation.testing.StubModel.Line;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class JudgingTest extends WithJudges {

    @Test
    void a_judges_verdict_is_that_of_the_assertion_and_the_evidence_says_who_it_was() {
        register("judge", YES);
        ExecutionCompleted completed = answer().turn("Please come in", RUBRIC).event();

        broker.publish(completed);

        ExecutionValidated validated = verdictOf(completed);
        assertThat(validated.verdict()).isEqualTo(Verdict.PASS);
        assertThat(validated.score()).isEqualTo(0.9);
        AssertionResult result = validated.results().getFirst();
        assertThat(result.type()).isEqualTo("rubric");
        assertThat(result.reason()).isEqualTo("judge says yes with a confidence of 0.9: \"It says please.\"");
        assertThat(result.evidence())
                .extractingByKey("judges", InstanceOfAssertFactories.LIST)
                .containsExactly(Map.of(
                        "model",
                        "large",
                        "name",
                        "judge",
                        "prompt",
                        "rubric-1",
                        "verdict",
                        "PASS",
                        "counts",
                        true,
                        "confidence",
                        0.9,
                        "reason",
                        "It says please.",
                        "inputTokens",
                        100,
                        "outputTokens",
                        20,
                        "cost",
                        0.0004));
        RestAssured.get("/q/metrics")
                .then()
                .body(containsString("parley_judgements_total{outcome=\"pass\"}"))
                .body(containsString("parley_judge_tokens_total{direction=\"input\"}"));
    }

    @Test
    void a_judge_that_says_no_fails_the_assertion() {
        register("judge", NO);

        ExecutionValidated validated = judged(RUBRIC);

        assertThat(validated.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(validated.score()).isEqualTo(1 - 0.8);
    }

    @Test
    void a_judge_without_confidence_is_unsure() {
        register("judge", verdict("fail", 0.55, "Hard to say."));

        assertThat(judged(RUBRIC).verdict()).isEqualTo(Verdict.UNSURE);
    }

    @Test
    void a_malformed_verdict_is_repaired_once() {
        StubModel stub = register("judge", says("I would say it passes."), YES);

        assertThat(judged(RUBRIC).verdict()).isEqualTo(Verdict.PASS);

        assertThat(stub.received()).hasSize(2);
        StubModel.Received repair = stub.received().getLast();
        assertThat(repair.message(0)).isEqualTo(stub.received().getFirst().message(0));
        assertThat(repair.message(1)).isEqualTo(stub.received().getFirst().message(1));
        assertThat(repair.message(2)).isEqualTo("I would say it passes.");
        assertThat(repair.message(3)).contains("the reply is not one JSON object and nothing else");
        costs("").body("judgements", equalTo(1)).body("inputTokens", equalTo(200));
    }

    @Test
    void a_verdict_that_is_malformed_twice_is_an_error_and_costs_what_it_took() {
        StubModel stub = register("judge", says("pass"), verdict("pass", 7, "very"));

        ExecutionValidated validated = judged(RUBRIC);

        assertThat(validated.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(validated.results().getFirst().reason())
                .isEqualTo(
                        "judge gave no verdict: its replies were malformed twice, at last since confidence is not a number from 0 to 1");
        assertThat(stub.received()).hasSize(2);
        costs("").body("inputTokens", equalTo(200)).body("outputTokens", equalTo(40));
    }

    @Test
    void a_judge_that_cannot_be_reached_is_an_error_and_costs_nothing() {
        register("broken", status(500, "{}"));
        register("gone", YES).close();
        stubs.removeLast();

        ExecutionValidated validated = judged(
                "{'rubric': {'text': 'x', 'model': 'broken'}}",
                "{'rubric': {'text': 'x', 'model': 'gone'}}",
                "{'rubric': {'text': 'x', 'model': 'nobody'}}");

        assertThat(validated.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(validated.results())
                .extracting(AssertionResult::reason)
                .containsExactly(
                        "broken gave no verdict: it answered with status 500, 4 times",
                        "gone gave no verdict: there is no connection to it, 4 times",
                        "nobody gave no verdict: the workspace has no model of this name");
        costs("").body("models", empty());
    }

    @Test
    void what_was_told_is_told_again_as_it_was_though_the_judge_would_now_say_something_else() {
        StubModel stub = register("judge", status(401, "{}"), YES);
        ExecutionCompleted completed = answer().turn("hi", RUBRIC)
                .evidence(new Evidence("bot@main", List.of("manners")))
                .event();
        String assessed = broker.listen(ExecutionAssessed.class);
        List<ExecutionAssessed> tellings = new ArrayList<>();

        broker.publish(new JudgementRequested(completed));
        ExecutionValidated first = verdictOf(completed);
        broker.publish(new JudgementRequested(completed));
        await().until(() ->
                received(completed.executionId()) && of(completed.executionId()).count() == 2);
        await().untilAsserted(() -> {
            tellings.addAll(broker.takeAll(assessed, ExecutionAssessed.class));
            assertThat(tellings).hasSize(2);
        });

        assertThat(of(completed.executionId())).containsExactly(first, first);
        assertThat(tellings).extracting(ExecutionAssessed::verdict).containsOnly(Verdict.ERROR);
        assertThat(stub.received()).hasSize(1);
    }

    @Test
    void a_busy_judge_is_asked_again() {
        register("judge", busy(0), busy(0), YES);

        assertThat(judged(RUBRIC).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void more_than_half_of_several_judges_decide() {
        register("a", YES);
        register("b", NO);
        register("c", YES);

        ExecutionValidated majority = judged("{'rubric': {'text': 'x', 'models': ['a', 'b', 'c']}}");
        ExecutionValidated split = judged("{'rubric': {'text': 'x', 'models': ['a', 'b']}}");

        assertThat(majority.verdict()).isEqualTo(Verdict.PASS);
        assertThat(majority.results().getFirst().reason()).startsWith("2 of 3 judges say yes: ");
        assertThat(split.verdict()).isEqualTo(Verdict.UNSURE);
    }

    @Test
    void a_silent_judge_holds_up_nothing_that_waits_for_nobody() {
        register("judge", silent());
        List<ExecutionCompleted> judged = IntStream.range(0, 20)
                .mapToObj(n -> answer().turn("silence " + n, RUBRIC).event())
                .toList();
        ExecutionCompleted rules = answer().turn("hi", "{'equals': 'hi'}").event();

        judged.forEach(broker::publish);
        broker.publish(rules);

        await().atMost(Duration.ofSeconds(3)).until(() -> received(rules.executionId()));
        assertThat(judged).noneMatch(waiting -> received(waiting.executionId()));
    }

    @Test
    void rules_beside_a_judge_are_checked_too_and_a_broken_conversation_is_not_judged() {
        StubModel stub = register("judge", YES);
        ExecutionCompleted both =
                answer().turn("hi", "{'equals': 'ho'}", RUBRIC).event();
        ExecutionCompleted broken = answer().notHeld(RUBRIC)
                .brokenOff("target-unreachable", "connection refused")
                .event();

        broker.publish(broken);
        broker.publish(both);

        assertThat(verdictOf(both).results())
                .extracting(AssertionResult::verdict)
                .containsExactly(Verdict.FAIL, Verdict.PASS);
        assertThat(verdictOf(broken).verdict()).isEqualTo(Verdict.ERROR);
        assertThat(stub.received()).hasSize(1);
    }

    @Test
    void a_judge_that_agrees_with_people_too_rarely_does_not_count() {
        Line guess = verdict("pass", 0.5, "Who knows?");
        register(
                "judge",
                Stream.concat(Stream.generate(() -> guess).limit(20), Stream.of(YES))
                        .toArray(Line[]::new));
        Person reviewer = Person.reviewer(api.workspace());
        for (int n = 0; n < 20; n++) {
            assertThat(judged(RUBRIC).verdict()).isEqualTo(Verdict.UNSURE);
            String review = reviewer.next().getString("id");
            reviewer.decide(review, n % 2 == 0 ? "PASS" : "FAIL", null).statusCode(200);
        }
        assertThat(judged(RUBRIC).verdict()).isEqualTo(Verdict.PASS);

        Person.as(api.workspace(), Access.ADMIN)
                .send("PUT", "/review-settings", Map.of("reviewers", 1, "judgeFloor", 0.4))
                .statusCode(200);

        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> judged(RUBRIC)
                        .results()
                        .getFirst()
                        .reason()
                        .startsWith("judge says yes, but agrees with people too rarely to count"));
    }

    @Test
    void an_answer_that_is_too_long_for_a_judge_is_an_error_and_never_cut() {
        StubModel stub = register("judge", YES);
        ExecutionCompleted completed =
                answer().turn("x".repeat(500_000), RUBRIC).event();

        broker.publish(completed);

        assertThat(verdictOf(completed).results().getFirst().reason())
                .isEqualTo("judge gave no verdict: what it should look at is longer than 400,000 characters");
        assertThat(stub.received()).isEmpty();
    }

    @Test
    void a_request_to_judge_nothing_is_a_dead_letter() {
        long before = broker.deadLetters(Queues.VALIDATION_JUDGEMENTS);

        broker.publish(Queues.VALIDATION_JUDGEMENTS.routingKey(), "{\"completed\": null}");

        await().untilAsserted(() ->
                assertThat(broker.deadLetters(Queues.VALIDATION_JUDGEMENTS)).isEqualTo(before + 1));
    }
}
