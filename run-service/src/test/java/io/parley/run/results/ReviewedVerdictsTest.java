package io.parley.run.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.ExecutionReviewed;
import io.parley.contracts.Queues;
import io.parley.contracts.ReviewId;
import io.parley.contracts.RunCompleted;
import io.parley.contracts.UserId;
import io.parley.contracts.Verdict;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestTokens;
import io.parley.run.runs.RunsChanged;
import io.parley.run.testing.Api;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class ReviewedVerdictsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<Verdict> EACH = List.of(Verdict.PASS, Verdict.FAIL, Verdict.ERROR, Verdict.UNSURE);
    private static final UserId REVIEWER = new UserId(Ids.next());

    private final Worker worker = new Worker();
    private final Api api = Api.ofNewWorkspace();

    @Inject
    Pool database;

    @Inject
    Changes changes;

    /** Sees what is announced to those who watch runs. */
    @ApplicationScoped
    static class Changes {

        private final Queue<RunsChanged> seen = new ConcurrentLinkedQueue<>();

        void changed(@Observes RunsChanged event) {
            seen.add(event);
        }

        void forget() {
            seen.clear();
        }

        boolean sawAChange() {
            return !seen.isEmpty();
        }
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void decisions_in_any_order_and_delivered_twice_move_the_counts_once_and_the_last_one_wins() {
        String completions = worker.broker().listen(RunCompleted.class);
        String run = api.run(80, 80);
        List<ExecutionRequested> requests = worker.take(run, 80);
        for (int n = 0; n < requests.size(); n++) {
            worker.complete(requests.get(n));
            worker.validate(requests.get(n), EACH.get(n % EACH.size()));
        }
        awaitStatus(run, "COMPLETED");

        List<ExecutionReviewed> decisions = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            for (int decision = 1; decision <= 3; decision++) {
                Verdict verdict = (n + decision) % 2 == 0 ? Verdict.PASS : Verdict.FAIL;
                decisions.addAll(Collections.nCopies(2, reviewed(requests.get(n), decision, verdict)));
            }
        }
        Collections.shuffle(decisions, new Random(11));
        decisions.forEach(worker.broker()::publish);

        await().until(() -> decided(run) == 120);
        awaitDrained();
        JsonPath counts = api.show(run);
        assertThat(List.of(
                        counts.getInt("counts.passed"),
                        counts.getInt("counts.failed"),
                        counts.getInt("counts.errored"),
                        counts.getInt("counts.unsure")))
                .containsExactly(30, 30, 10, 10)
                .isEqualTo(EACH.stream().map(verdict -> inRows(run, verdict)).toList());
        assertThat(worker.broker().takeAll(completions, RunCompleted.class).stream()
                        .filter(event -> event.runId().toString().equals(run)))
                .hasSize(1);
    }

    @Test
    void an_execution_shows_every_verdict_it_had_with_who_when_and_why() {
        String run = api.run(1, 1);
        ExecutionRequested request = worker.take(run, 1).getFirst();
        String path = "/runs/" + run + "/executions/" + request.executionId();
        worker.complete(request);
        worker.validate(request, Verdict.UNSURE);
        awaitStatus(run, "COMPLETED");
        api.get(path).body("verdictHistory", hasSize(0));
        changes.forget();

        worker.broker().publish(reviewed(request, 1, Verdict.FAIL));
        await().until(() -> api.get(path).extract().path("verdict").equals("FAIL"));
        await().until(changes::sawAChange);
        worker.broker().publish(reviewed(request, 2, Verdict.PASS));
        await().until(() -> api.get(path).extract().path("verdict").equals("PASS"));

        api.get(path)
                .body("verdictHistory.decision", contains(0, 1, 2))
                .body("verdictHistory.verdict", contains("UNSURE", "FAIL", "PASS"))
                .body("verdictHistory[0]", not(hasKey("reviewer")))
                .body("verdictHistory[1].reviewer", equalTo(REVIEWER.toString()))
                .body("verdictHistory[1].comment", equalTo("decision 1"))
                .body("verdictHistory[1].at", equalTo("2026-01-02T03:04:05.678901Z"))
                .body("results[0].verdict", equalTo("UNSURE"));
    }

    @Test
    void a_decision_that_comes_before_the_verdict_waits_for_it_and_holds_up_no_other() {
        String run = api.run(2, 2);
        List<ExecutionRequested> requests = worker.take(run, 2);
        ExecutionRequested late = requests.getFirst();
        ExecutionRequested other = requests.getLast();
        worker.validate(other, Verdict.UNSURE);

        worker.broker().publish(reviewed(late, 1, Verdict.PASS));
        worker.broker().publish(reviewed(other, 1, Verdict.FAIL));
        await().until(() -> api.show(run).getInt("counts.failed") == 1);
        assertThat(api.show(run).getInt("counts.passed")).isZero();

        worker.validate(late, Verdict.UNSURE);
        await().until(() -> api.show(run).getInt("counts.passed") == 1);
        assertThat(api.show(run).getInt("counts.unsure")).isZero();
    }

    @Test
    void a_decision_about_what_is_void_is_dropped() {
        String run = api.run(2, 2);
        List<ExecutionRequested> requests = worker.take(run, 2);
        ExecutionRequested finished = requests.getFirst();
        worker.validate(finished, Verdict.UNSURE);
        await().until(() -> api.show(run).getInt("counts.unsure") == 1);
        api.post("/runs/" + run + "/cancel", "").statusCode(200);
        long dead = worker.broker().deadLetters(Queues.RUN_REVIEWS);

        worker.broker().publish(reviewed(finished, finished.attempt() - 1, 1, api.workspace()));
        worker.broker().publish(reviewed(finished, finished.attempt(), 1, TestTokens.newWorkspace()));
        worker.broker().publish(reviewed(requests.getLast(), 1, Verdict.PASS));
        worker.broker().publish(reviewed(finished, 1, Verdict.PASS));

        await().until(() -> api.show(run).getInt("counts.passed") == 1);
        awaitDrained();
        assertThat(decided(run)).isEqualTo(1);
        assertThat(api.show(run).getInt("counts.cancelled")).isEqualTo(1);
        assertThat(worker.broker().deadLetters(Queues.RUN_REVIEWS)).isEqualTo(dead);
    }

    private static ExecutionReviewed reviewed(ExecutionRequested request, int decision, Verdict verdict) {
        return new ExecutionReviewed(
                request.executionId(),
                request.attempt(),
                request.runId(),
                request.workspaceId(),
                new ReviewId(Ids.next()),
                decision,
                verdict,
                REVIEWER,
                "decision " + decision,
                Instant.parse("2026-01-02T03:04:05.678901Z"));
    }

    private static ExecutionReviewed reviewed(
            ExecutionRequested request, int attempt, int decision, WorkspaceId workspace) {
        ExecutionReviewed reviewed = reviewed(request, decision, Verdict.FAIL);
        return new ExecutionReviewed(
                reviewed.executionId(),
                attempt,
                reviewed.runId(),
                workspace,
                reviewed.reviewId(),
                decision,
                reviewed.verdict(),
                reviewed.reviewer(),
                reviewed.comment(),
                reviewed.at());
    }

    private int decided(String run) {
        return count(
                "select count(*)::int from reviewed_verdicts v join executions e on e.id = v.execution_id where e.run_id = $1",
                run);
    }

    private int inRows(String run, Verdict verdict) {
        return count(
                "select count(*)::int from executions where run_id = $1 and verdict = '" + verdict.name() + "'", run);
    }

    private int count(String statement, String run) {
        Row row = database.preparedQuery(statement)
                .execute(Tuple.of(UUID.fromString(run)))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();
        return row.getInteger(0);
    }

    /** Waits until every decision that was sent is settled: none waits, and the last one sent after them is in. */
    private void awaitDrained() {
        String run = api.run(1, 1);
        ExecutionRequested marker = worker.take(run, 1).getFirst();
        worker.validate(marker, Verdict.UNSURE);
        worker.broker().publish(reviewed(marker, 1, Verdict.PASS));
        await().until(() ->
                api.show(run).getInt("counts.passed") == 1 && worker.broker().waiting(Queues.RUN_REVIEWS) == 0);
    }

    private void awaitStatus(String run, String status) {
        await().until(() -> api.show(run).getString("status").equals(status));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }
}
