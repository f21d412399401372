package io.parley.validation.scoring;

import static io.parley.validation.testing.StubModel.slowly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.JudgementRequested;
import io.parley.contracts.Verdict;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestTokens;
import io.parley.validation.testing.Person;
import io.parley.validation.testing.StubModel;
import io.parley.validation.testing.StubModel.Line;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class JudgementCostsTest extends WithJudges {

    @Test
    void an_execution_that_is_delivered_again_is_neither_judged_nor_counted_again() {
        StubModel stub = register("judge", YES, NO);
        ExecutionCompleted completed = answer().turn("hi", RUBRIC).event();

        broker.publish(completed);
        ExecutionValidated first = verdictOf(completed);
        broker.publish(new JudgementRequested(completed));
        broker.publish(completed);

        await().until(() ->
                received(completed.executionId()) && of(completed.executionId()).count() == 3);
        assertThat(of(completed.executionId())).containsOnly(first);
        assertThat(stub.received()).hasSize(1);
        costs("?run=" + completed.runId())
                .body("judgements", equalTo(1))
                .body("inputTokens", equalTo(100))
                .body("outputTokens", equalTo(20))
                .body("cost", equalTo(0.0004f));
    }

    @Test
    void the_same_answer_of_another_execution_is_judged_anew() {
        StubModel stub = register("judge", YES, NO);

        assertThat(judged(RUBRIC).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judged(RUBRIC).verdict()).isEqualTo(Verdict.FAIL);

        assertThat(stub.received()).hasSize(2);
        costs("").body("judgements", equalTo(2));
    }

    @Test
    void a_model_whose_answers_are_reused_is_asked_an_equal_question_once() {
        StubModel stub = register("judge", Map.of("reuseSeconds", 600), YES, NO);

        ExecutionValidated first = judged(RUBRIC);
        ExecutionValidated second = judged(RUBRIC);
        ExecutionValidated other = judged("{'rubric': {'text': 'is short', 'model': 'judge'}}");

        assertThat(List.of(first.verdict(), second.verdict(), other.verdict()))
                .containsExactly(Verdict.PASS, Verdict.PASS, Verdict.FAIL);
        assertThat(stub.received()).hasSize(2);
        assertThat(second.results().getFirst().evidence().toString()).contains("inputTokens=0", "cost=0");
        costs("").body("judgements", equalTo(2));
    }

    @Test
    void each_repeat_of_a_case_is_judged_on_its_own_and_judging_the_same_repeat_again_asks_nobody() {
        StubModel stub = register("judge", Map.of("reuseSeconds", 600), YES, NO);

        List<Verdict> run = List.of(repeated(1), repeated(2));
        List<Verdict> rescored = List.of(repeated(1), repeated(2));

        assertThat(run).containsExactly(Verdict.PASS, Verdict.FAIL);
        assertThat(rescored).isEqualTo(run);
        assertThat(stub.received()).hasSize(2);
        costs("").body("judgements", equalTo(2));
    }

    /** The verdict on an execution that is new, but of a case that was judged before. */
    private Verdict repeated(int repeat) {
        ExecutionCompleted completed =
                answer().turn("hi", RUBRIC).repeat(repeat).event();
        broker.publish(completed);
        return verdictOf(completed).verdict();
    }

    @Test
    void what_another_workspace_was_told_is_never_reused() {
        StubModel stub = register("judge", Map.of("reuseSeconds", 600), YES, NO);
        Person stranger = Person.as(TestTokens.newWorkspace(), Access.EDITOR);
        stranger.send("POST", "/models", model("judge", stub.url(), Map.of("reuseSeconds", 600)))
                .statusCode(201);

        judged(RUBRIC);
        ExecutionCompleted theirs =
                new Completed().of(stranger.workspace()).turn("hi", RUBRIC).event();
        broker.publish(theirs);

        assertThat(verdictOf(theirs).verdict()).isEqualTo(Verdict.FAIL);
        stranger.get("/judge-costs").body("judgements", equalTo(1));
    }

    @Test
    void a_run_that_has_spent_its_budget_asks_no_more() {
        StubModel stub = register("judge", Map.of("budget", Map.of("tokens", 200)), YES);
        Completed first = answer().turn("1", RUBRIC);
        ExecutionCompleted one = first.event();
        broker.publish(one);
        assertThat(verdictOf(one).verdict()).isEqualTo(Verdict.PASS);
        ExecutionCompleted two = answer().in(one.runId()).turn("2", RUBRIC).event();
        broker.publish(two);
        assertThat(verdictOf(two).verdict()).isEqualTo(Verdict.PASS);

        ExecutionCompleted three = answer().in(one.runId()).turn("3", RUBRIC).event();
        broker.publish(three);
        ExecutionValidated spent = verdictOf(three);

        assertThat(spent.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(spent.results().getFirst().reason())
                .isEqualTo("judge gave no verdict: the run has spent its budget for it");
        assertThat(stub.received()).hasSize(2);
        assertThat(judged(RUBRIC).verdict()).isEqualTo(Verdict.PASS); // of another run
    }

    @Test
    void a_budget_of_money_holds_too() {
        register("judge", Map.of("budget", Map.of("cost", 0.0004)), YES);
        ExecutionCompleted one = answer().turn("1", RUBRIC).event();
        broker.publish(one);
        verdictOf(one);

        ExecutionCompleted two = answer().in(one.runId()).turn("2", RUBRIC).event();
        broker.publish(two);

        assertThat(verdictOf(two).verdict()).isEqualTo(Verdict.ERROR);
    }

    @Test
    void costs_add_up_over_many_executions_that_are_judged_at_once() {
        Line slow = slowly(vertx, Duration.ofMillis(20), YES);
        register("judge", Map.of("limits", Map.of("maxConcurrency", 16)), slow);
        ExecutionCompleted first = answer().turn("0", RUBRIC).event();
        List<ExecutionCompleted> rest = IntStream.range(1, 100)
                .mapToObj(n -> answer().in(first.runId()).turn("" + n, RUBRIC).event())
                .toList();

        broker.publish(first);
        rest.forEach(broker::publish);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> rest.stream().allMatch(completed -> received(completed.executionId())));
        assertThat(rest)
                .allSatisfy(completed -> assertThat(of(completed.executionId()))
                        .extracting(ExecutionValidated::verdict)
                        .containsOnly(Verdict.PASS));
        verdictOf(first);
        costs("?run=" + first.runId()).body("judgements", equalTo(100)).body("inputTokens", equalTo(10_000));
    }

    @Test
    void costs_belong_to_their_workspace() {
        register("judge", YES);
        judged(RUBRIC);

        JsonPath costs = costs("").extract().jsonPath();

        assertThat(costs.getList("models.model")).isEqualTo(List.of("judge"));
        Person.as(TestTokens.newWorkspace(), Access.EDITOR)
                .get("/judge-costs")
                .statusCode(200)
                .body("models", empty());
        api.get("/judge-costs?run=x").statusCode(422).body("errors[0].field", equalTo("run"));
    }
}
