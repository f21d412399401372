package io.parley.validation.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.Checks;
import io.parley.contracts.Counts;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.Queues;
import io.parley.contracts.RunCompleted;
import io.parley.contracts.RunId;
import io.parley.contracts.SuiteId;
import io.parley.contracts.TargetId;
import io.parley.contracts.Transcript;
import io.parley.contracts.Verdict;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Access;
import io.parley.platform.ids.Ids;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestBroker;
import io.parley.platform.testing.TestTokens;
import io.parley.validation.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class FailureGroupsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Counts COUNTS = new Counts(400, 0, 400, 0, 0, 0);

    private final WorkspaceId workspace = TestTokens.newWorkspace();
    private final Person anna = Person.reviewer(workspace);
    private final SuiteId suite = new SuiteId(Ids.next());
    private TestBroker broker;

    @Inject
    Failures failures;

    @Inject
    Pool database;

    @BeforeEach
    void connect() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
        broker = TestBroker.connect();
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void failures_of_six_causes_are_six_groups_and_each_execution_is_in_one() {
        RunId run = completed(400, 11);

        JsonPath groups = groups(run);

        assertThat(groups.getList("size")).containsExactly(67, 67, 67, 67, 66, 66);
        Set<String> executions = new HashSet<>();
        for (String group : groups.getList("id", String.class)) {
            JsonPath page = anna.get("/failure-groups/{id}/executions?limit=200", group)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(new HashSet<>(page.getList("items.case"))).hasSize(1);
            executions.addAll(page.getList("items.executionId", String.class));
        }
        assertThat(executions).hasSize(400);
    }

    @Test
    void a_cause_that_was_named_is_known_in_later_runs_of_the_suite() {
        RunId first = completed(60, 1);
        String group = groups(first).getString("find { it.example.case == 'handed over' }.id");

        anna.send("PUT", "/failure-groups/" + group, Map.of("name", "hands over too early", "defect", "BOT-7"))
                .statusCode(200)
                .body("name", equalTo("hands over too early"))
                .body("$", not(hasKey("seenBefore")));
        JsonPath second = groups(completed(60, 2));
        JsonPath third = groups(completed(60, 3));

        assertThat(second.getList("findAll { it.seenBefore != null }")).hasSize(6);
        assertThat(third.getString("find { it.example.case == 'handed over' }.name"))
                .isEqualTo("hands over too early");
        assertThat(third.getString("find { it.example.case == 'handed over' }.defect"))
                .isEqualTo("BOT-7");
        assertThat(third.getInt("find { it.example.case == 'handed over' }.runs"))
                .isEqualTo(3);
        assertThat(third.getString("find { it.example.case == 'late' }.name")).isNull();
    }

    @Test
    void a_run_is_grouped_once_however_often_it_is_said_to_be_over() {
        RunId run = completed(12, 5);
        List<String> before = groups(run).getList("id");

        broker.publish(event(run));
        broker.publish(event(run));
        groups(completed(6, 6));
        await().atMost(PATIENCE).until(() -> broker.waiting(Queues.VALIDATION_RUNS) == 0);

        assertThat(anna.get("/failure-groups?run={run}", run.toString())
                        .extract()
                        .jsonPath()
                        .getList("id"))
                .isEqualTo(before);
        assertThat(broker.deadLetters(Queues.VALIDATION_RUNS)).isZero();
    }

    @Test
    void an_execution_that_failed_is_kept_once_and_one_that_passed_is_not() {
        RunId run = new RunId(Ids.next());
        Failure failure = MadeFailures.of(1, 1).getFirst();
        Failure passed = MadeFailures.of(1, 2).getFirst();

        for (int delivery = 0; delivery < 2; delivery++) {
            failures.keep(
                            List.of(completed(run, failure), completed(run, passed)),
                            List.of(validated(run, failure, failure.verdict()), validated(run, passed, Verdict.PASS)))
                    .await()
                    .atMost(PATIENCE);
        }

        assertThat(database.preparedQuery("select 1 from failures where run_id = $1")
                        .execute(Tuple.of(run.value()))
                        .await()
                        .atMost(PATIENCE)
                        .size())
                .isEqualTo(1);
    }

    @Test
    void an_execution_that_did_better_when_it_was_judged_again_leaves_its_group() {
        RunId run = new RunId(Ids.next());
        List<Failure> made = MadeFailures.of(18, 4);
        kept(run, made);
        broker.publish(event(run));
        JsonPath before = groups(run);
        String example = before.getString("[0].example.executionId");
        Failure first = made.stream()
                .filter(failure -> failure.execution().toString().equals(example))
                .findFirst()
                .orElseThrow();

        judgedAgain(run, first, 3, Verdict.UNSURE);
        judgedAgain(run, first, 2, Verdict.FAIL); // of the attempt between, which comes late

        JsonPath after = groups(run);
        String group = before.getString("[0].id");
        assertThat(after.getInt("find { it.id == '" + group + "' }.size")).isEqualTo(2);
        assertThat(after.getString("find { it.id == '" + group + "' }.example.executionId"))
                .isNotEqualTo(example);
        assertThat(anna.get("/failure-groups/{id}/executions", group)
                        .extract()
                        .jsonPath()
                        .getList("items.executionId"))
                .hasSize(2)
                .doesNotContain(example);
    }

    @Test
    void a_group_that_all_have_left_is_gone() {
        RunId run = new RunId(Ids.next());
        List<Failure> made = MadeFailures.of(6, 8);
        kept(run, made);
        broker.publish(event(run));
        assertThat(groups(run).getList("id")).hasSize(6);

        judgedAgain(run, made.getFirst(), 2, Verdict.PASS);

        assertThat(groups(run).getList("example.case"))
                .hasSize(5)
                .doesNotContain(made.getFirst().caseName());
    }

    @Test
    void what_failed_when_a_run_was_judged_again_joins_the_group_that_it_is_like_or_makes_a_new_one() {
        RunId run = new RunId(Ids.next());
        List<Failure> made = MadeFailures.of(24, 3);
        List<Failure> first = made.stream()
                .filter(failure -> !"late".equals(failure.caseName()))
                .toList();
        kept(run, first.subList(0, 19));
        broker.publish(event(run));
        List<String> before = groups(run).getList("id");

        kept(run, made);
        broker.publish(event(run));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(groups(run).getList("size")).containsExactly(4, 4, 4, 4, 4, 4));
        assertThat(groups(run).getList("id", String.class)).hasSize(6).containsAll(before);
    }

    @Test
    void an_execution_that_people_passed_leaves_its_group_until_they_have_decided_anew() {
        ExecutionCompleted completed = failing(new RunId(Ids.next()));
        broker.publish(completed);
        String review = reviewOf(completed);
        broker.publish(event(completed.runId()));
        assertThat(groups(completed.runId()).getList("size")).containsExactly(1);

        anna.claimAndDecide(review, "PASS");

        anna.get("/failure-groups?run={run}", completed.runId().toString()).body("$", hasSize(0));
        anna.reopen(review, "look again").statusCode(200);
        anna.get("/failure-groups?run={run}", completed.runId().toString()).body("$", hasSize(0));
        anna.claimAndDecide(review, "FAIL");
        anna.get("/failure-groups?run={run}", completed.runId().toString()).body("$", hasSize(1));
    }

    @Test
    void another_workspace_sees_nothing() {
        RunId run = completed(6, 9);
        String group = groups(run).getString("[0].id");
        Person stranger = Person.reviewer(TestTokens.newWorkspace());

        stranger.get("/failure-groups?run={run}", run.toString())
                .statusCode(200)
                .body("$", hasSize(0));
        stranger.get("/failure-groups/{id}/executions", group).statusCode(404);
        stranger.send("PUT", "/failure-groups/" + group, Map.of("name", "x")).statusCode(404);
    }

    @Test
    void bad_input_is_refused_and_a_viewer_names_nothing() {
        anna.get("/failure-groups").statusCode(422).body("errors[0].field", equalTo("run"));
        anna.get("/failure-groups?run=x").statusCode(422).body("errors[0].field", equalTo("run"));
        anna.send("PUT", "/failure-groups/" + Ids.next(), Map.of("name", "x".repeat(201)))
                .statusCode(422);
        anna.send("PUT", "/failure-groups/" + Ids.next(), Map.of("name", "x")).statusCode(404);
        Person.as(workspace, Access.VIEWER)
                .send("PUT", "/failure-groups/" + Ids.next(), Map.of("name", "x"))
                .statusCode(403);
    }

    /** An execution that fails and that a person is to look at. */
    private ExecutionCompleted failing(RunId run) {
        Exchange exchange = new Exchange("How is the weather?", "Sunny.", 200, Duration.ofMillis(80), 1);
        return new ExecutionCompleted(
                new ExecutionId(Ids.next()),
                1,
                run,
                workspace,
                new TargetId(Ids.next()),
                "case",
                new Transcript(Instant.EPOCH, Duration.ofSeconds(1), List.of(exchange), null),
                new Checks(
                        List.of(List.of(Map.of("equals", "Rainy."), Map.of("human", "Is it right?"))),
                        List.of(),
                        null));
    }

    private String reviewOf(ExecutionCompleted completed) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> anna.get("/reviews?run={run}", completed.runId().toString())
                                .statusCode(200)
                                .body("items", hasSize(1)));
        return anna.get("/reviews?run={run}", completed.runId().toString())
                .extract()
                .path("items[0].id");
    }

    private void judgedAgain(RunId run, Failure failure, int attempt, Verdict verdict) {
        ExecutionValidated first = validated(run, failure, verdict);
        failures.keep(
                        List.of(completed(run, failure)),
                        List.of(new ExecutionValidated(
                                first.executionId(), attempt, run, workspace, verdict, first.score(), first.results())))
                .await()
                .atMost(PATIENCE);
    }

    /** A run with so many failures, over. */
    private RunId completed(int count, long seed) {
        RunId run = new RunId(Ids.next());
        kept(run, MadeFailures.of(count, seed));
        broker.publish(event(run));
        return run;
    }

    private void kept(RunId run, List<Failure> made) {
        failures.keep(
                        made.stream().map(failure -> completed(run, failure)).toList(),
                        made.stream()
                                .map(failure -> validated(run, failure, failure.verdict()))
                                .toList())
                .await()
                .atMost(PATIENCE);
    }

    private JsonPath groups(RunId run) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> anna.get("/failure-groups?run={run}", run.toString())
                        .statusCode(200)
                        .body("$", not(hasSize(0))));
        return anna.get("/failure-groups?run={run}", run.toString()).extract().jsonPath();
    }

    private RunCompleted event(RunId run) {
        return new RunCompleted(run, workspace, suite, new TargetId(Ids.next()), COUNTS, Instant.EPOCH);
    }

    private ExecutionCompleted completed(RunId run, Failure failure) {
        List<Exchange> exchanges = failure.answer().isEmpty()
                ? List.of()
                : List.of(new Exchange("How is the weather?", failure.answer(), 200, Duration.ofMillis(80), 1));
        return new ExecutionCompleted(
                new ExecutionId(failure.execution()),
                1,
                run,
                workspace,
                new TargetId(Ids.next()),
                failure.caseName(),
                new Transcript(Instant.EPOCH, Duration.ofSeconds(1), exchanges, null),
                new Checks(List.of(), List.of(), null));
    }

    private ExecutionValidated validated(RunId run, Failure failure, Verdict verdict) {
        AssertionResult passed = new AssertionResult("contains", 0, Verdict.PASS, 1, 1, "it does", Map.of());
        AssertionResult decisive = new AssertionResult(failure.type(), 0, verdict, 0, 1, failure.reason(), Map.of());
        return new ExecutionValidated(
                new ExecutionId(failure.execution()), 1, run, workspace, verdict, 0, List.of(passed, decisive));
    }
}
