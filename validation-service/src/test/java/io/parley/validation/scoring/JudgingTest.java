package io.parley.validation.scoring;

import static io.parley.validation.testing.StubModel.busy;
import static io.parley.validation.testing.StubModel.says;
import static io.parley.validation.testing.StubModel.silent;
import static io.parley.validation.testing.StubModel.slowly;
import static io.parley.validation.testing.StubModel.status;
import static io.parley.validation.testing.StubModel.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.JudgementRequested;
import io.parley.contracts.Queues;
import io.parley.contracts.Verdict;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestBroker;
import io.parley.platform.testing.TestTokens;
import io.parley.validation.testing.Person;
import io.parley.validation.testing.StubModel;
import io.parley.validation.testing.StubModel.Line;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class JudgingTest {

    private static final String RUBRIC = "{'rubric': {'text': 'is polite', 'model': 'judge'}}";
    private static final Line YES = verdict("pass", 0.9, "It says please.");
    private static final Line NO = verdict("fail", 0.8, "It shouts.");

    @Inject
    Vertx vertx;

    private final Person api = Person.as(TestTokens.newWorkspace(), Access.EDITOR);
    private final List<StubModel> stubs = new ArrayList<>();
    private final List<ExecutionValidated> verdicts = new ArrayList<>();
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
        stubs.forEach(StubModel::close);
    }

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

    private Completed answer() {
        return new Completed().of(api.workspace());
    }

    /** The verdict on a new execution whose one answer is expected to be so. */
    private ExecutionValidated judged(String... expected) {
        ExecutionCompleted completed = answer().turn("hi", expected).event();
        broker.publish(completed);
        return verdictOf(completed);
    }

    private StubModel register(String name, Line... script) {
        return register(name, Map.of(), script);
    }

    private StubModel register(String name, Map<String, Object> settings, Line... script) {
        StubModel stub = StubModel.scripted(vertx, script);
        stubs.add(stub);
        api.send("POST", "/models", model(name, stub.url(), settings)).statusCode(201);
        return stub;
    }

    private static Map<String, Object> model(String name, String url, Map<String, Object> settings) {
        Map<String, Object> model = new HashMap<>(
                Map.of("name", name, "baseUrl", url, "model", "large", "prices", Map.of("input", 2, "output", 10)));
        model.putAll(settings);
        return model;
    }

    private ValidatableResponse costs(String query) {
        return api.get("/judge-costs" + query).statusCode(200);
    }

    private ExecutionValidated verdictOf(ExecutionCompleted completed) {
        await().atMost(Duration.ofSeconds(30)).until(() -> received(completed.executionId()));
        return of(completed.executionId()).findFirst().orElseThrow();
    }

    private boolean received(ExecutionId execution) {
        verdicts.addAll(broker.takeAll(published, ExecutionValidated.class));
        return of(execution).findAny().isPresent();
    }

    private Stream<ExecutionValidated> of(ExecutionId execution) {
        return verdicts.stream().filter(verdict -> verdict.executionId().equals(execution));
    }
}
