package io.parley.run.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.Counts;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.Failure;
import io.parley.contracts.Queues;
import io.parley.contracts.RunCompleted;
import io.parley.contracts.RunId;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class ResultsTest {

    private static final List<Verdict> EACH = List.of(Verdict.PASS, Verdict.FAIL, Verdict.ERROR, Verdict.UNSURE);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Worker worker = new Worker();
    private final Api api = Api.ofNewWorkspace();

    @Inject
    Pool database;

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void results_delivered_twice_and_in_any_order_count_once_and_complete_the_run_once() {
        String completions = worker.broker().listen(RunCompleted.class);
        String run = api.run(200, 50);
        List<ExecutionRequested> requests = worker.take(run, 200);
        assertThat(requests).hasSize(200);

        List<Runnable> messages = new ArrayList<>();
        for (int n = 0; n < requests.size(); n++) {
            ExecutionRequested request = requests.get(n);
            Verdict verdict = EACH.get(n % EACH.size());
            messages.addAll(Collections.nCopies(2, () -> worker.complete(request)));
            messages.addAll(Collections.nCopies(2, () -> worker.validate(request, verdict)));
        }
        Collections.shuffle(messages, new Random(7));
        messages.forEach(Runnable::run);

        awaitStatus(run, "COMPLETED");
        awaitDrained();
        api.get("/runs/" + run)
                .body("counts.total", equalTo(200))
                .body("counts.passed", equalTo(50))
                .body("counts.failed", equalTo(50))
                .body("counts.errored", equalTo(50))
                .body("counts.unsure", equalTo(50))
                .body("counts.cancelled", equalTo(0))
                .body("passRate.value", equalTo(0.5f))
                .body("$", hasKey("completedAt"));
        assertThat(rows("select verdict, count(*)::int from executions where run_id = $1 group by verdict", run))
                .extracting(row -> row.getInteger(1))
                .containsExactly(50, 50, 50, 50);
        assertThat(stored("transcripts", run)).isEqualTo(200);
        assertThat(stored("verdicts", run)).isEqualTo(200);
        assertThat(completions(completions, run))
                .singleElement()
                .extracting(RunCompleted::counts)
                .isEqualTo(new Counts(200, 50, 50, 50, 50, 0));
    }

    @Test
    void a_run_is_completed_only_when_the_last_transcript_is_in_too() {
        String run = api.run(2, 1);
        List<ExecutionRequested> requests = worker.take(run, 2);
        requests.forEach(request -> worker.validate(request, Verdict.PASS));
        worker.complete(requests.getFirst());

        await().until(() -> recorded(run) == 1 && api.show(run).getInt("counts.passed") == 2);
        assertThat(api.show(run).getString("status")).isEqualTo("RUNNING");

        worker.complete(requests.get(1));
        awaitStatus(run, "COMPLETED");
    }

    @Test
    void a_result_of_an_earlier_attempt_is_void() {
        String run = api.run(1, 1);
        ExecutionRequested request = worker.take(run, 1).getFirst();
        ExecutionRequested earlier = new ExecutionRequested(
                request.executionId(),
                request.attempt() - 1,
                request.runId(),
                request.workspaceId(),
                request.target(),
                request.conversation());

        worker.complete(earlier);
        worker.validate(earlier, Verdict.FAIL);
        worker.complete(request);
        worker.validate(request, Verdict.PASS);

        awaitStatus(run, "COMPLETED");
        assertThat(api.show(run).getInt("counts.passed")).isEqualTo(1);
        assertThat(api.show(run).getInt("counts.failed")).isZero();
    }

    @Test
    void an_execution_shows_its_transcript_and_the_results_of_its_assertions_as_they_were_sent() {
        String run = api.run(2, 1);
        List<ExecutionRequested> requests = worker.take(run, 2);
        ExecutionRequested first = requests.getFirst();
        String executions = "/runs/" + run + "/executions/";
        api.get(executions + first.executionId())
                .statusCode(200)
                .body("status", equalTo("DISPATCHED"))
                .body("vars.number", equalTo(0))
                .body("case", equalTo("block 0"))
                .body("$", not(hasKey("transcript")))
                .body("$", not(hasKey("results")))
                .body("$", not(hasKey("verdict")));

        worker.complete(first);
        worker.validate(first, Verdict.FAIL);
        worker.broker()
                .publish(Worker.completed(requests.get(1), new Failure("target-unreachable", "Nobody answered.")));
        worker.validate(requests.get(1), Verdict.ERROR);
        awaitStatus(run, "COMPLETED");

        api.get(executions + first.executionId())
                .body("status", equalTo("FINISHED"))
                .body("verdict", equalTo("FAIL"))
                .body("score", equalTo(0.0f))
                .body("duration", equalTo("PT0.081S"))
                .body("attempt", equalTo(1))
                .body("transcript.exchanges", hasSize(1))
                .body("transcript.exchanges[0].answer", equalTo("Two \u0000 😀"))
                .body("transcript.exchanges[0].latency", equalTo("PT0.08S"))
                .body("results.type", contains("contains"))
                .body("results[0].reason", equalTo("because"))
                .body("$", not(hasKey("failure")));
        api.get("/runs/" + run + "/executions?verdict=ERROR")
                .body("items", hasSize(1))
                .body("items[0].position", equalTo(1))
                .body("items[0].failure.code", equalTo("target-unreachable"))
                .body("items[0]", not(hasKey("transcript")));
        api.get("/runs/" + run + "/executions?verdict=FAIL&status=FINISHED").body("items", hasSize(1));
        api.get("/runs/" + run + "/executions?verdict=PASS").body("items", hasSize(0));
        api.get("/runs/" + run + "/executions?verdict=GOOD").statusCode(422);
    }

    @Test
    void executions_are_listed_in_the_order_of_the_suite_a_page_at_a_time() {
        String run = api.run(5, 1);

        String next = api.get("/runs/" + run + "/executions?limit=3")
                .body("items.position", contains(0, 1, 2))
                .extract()
                .path("next");

        api.get("/runs/" + run + "/executions?limit=3&after=" + next).body("items.position", contains(3, 4));
        api.get("/runs/" + run + "/executions?after=eA").statusCode(422);
    }

    @Test
    void a_message_that_cannot_be_stored_goes_to_the_dead_letters_and_the_rest_flows_on() {
        long before = worker.broker().deadLetters(Queues.RUN_VERDICTS);
        String run = api.run(3, 1);
        List<ExecutionRequested> requests = worker.take(run, 3);
        ExecutionRequested first = requests.getFirst();
        ExecutionValidated impossible = new ExecutionValidated(
                first.executionId(), 1, first.runId(), first.workspaceId(), Verdict.PASS, 17, List.of());

        worker.broker().publish(impossible);
        worker.broker().publish(impossible.routingKey(), "{\"no\": \"event\"");
        requests.forEach(request -> worker.validate(request, Verdict.PASS));
        requests.forEach(worker::complete);

        awaitStatus(run, "COMPLETED");
        assertThat(api.show(run).getInt("counts.passed")).isEqualTo(3);
        await().until(() -> worker.broker().deadLetters(Queues.RUN_VERDICTS) == before + 2);
    }

    @Test
    void results_of_executions_nobody_knows_are_dropped() {
        String run = api.run(1, 1);
        ExecutionRequested request = worker.take(run, 1).getFirst();
        ExecutionRequested unknown = new ExecutionRequested(
                ExecutionId.fromString(UUID.randomUUID().toString()),
                1,
                request.runId(),
                request.workspaceId(),
                request.target(),
                request.conversation());

        worker.complete(unknown);
        worker.validate(unknown, Verdict.PASS);
        worker.complete(request);
        worker.validate(request, Verdict.FAIL);

        awaitStatus(run, "COMPLETED");
        assertThat(api.show(run).getInt("counts.failed")).isEqualTo(1);
        assertThat(api.show(run).getInt("counts.passed")).isZero();
    }

    private List<RunCompleted> completions(String queue, String run) {
        List<RunCompleted> found = new ArrayList<>();
        await().until(() -> {
            Optional<RunCompleted> next = worker.broker().take(queue, RunCompleted.class);
            next.filter(event -> event.runId().equals(RunId.fromString(run))).ifPresent(found::add);
            return next.isEmpty() && !found.isEmpty();
        });
        return found;
    }

    private void awaitStatus(String run, String status) {
        await().until(() -> api.show(run).getString("status").equals(status));
    }

    private void awaitDrained() {
        await().until(() -> worker.broker().waiting(Queues.RUN_TRANSCRIPTS) == 0
                && worker.broker().waiting(Queues.RUN_VERDICTS) == 0);
    }

    private int recorded(String run) {
        return rows("select recorded from runs where id = $1", run).getFirst().getInteger(0);
    }

    private int stored(String table, String run) {
        return rows(
                        "select count(*)::int from " + table
                                + " t join executions e on e.id = t.execution_id where e.run_id = $1",
                        run)
                .getFirst()
                .getInteger(0);
    }

    private List<Row> rows(String query, String run) {
        List<Row> rows = new ArrayList<>();
        database.preparedQuery(query)
                .execute(Tuple.of(UUID.fromString(run)))
                .await()
                .indefinitely()
                .forEach(rows::add);
        return rows;
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }
}
