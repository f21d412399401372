package io.parley.run.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class SweepTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Worker worker = new Worker();
    private final Api api = Api.ofNewWorkspace();

    @Inject
    Pool database;

    @Inject
    Sweep sweep;

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void an_execution_whose_result_got_lost_is_sent_again_and_the_late_result_is_void() {
        String run = api.run(2, 1);
        List<ExecutionRequested> lost = worker.take(run, 2);
        worker.complete(lost.getFirst());
        Awaitility.await().atMost(PATIENCE).until(() -> integer("select recorded from runs where id = $1", run) == 1);

        sweepOverdue(run);
        List<ExecutionRequested> again = worker.take(run, 2);

        assertThat(again).extracting(ExecutionRequested::attempt).containsExactly(2, 2);
        assertThat(again)
                .extracting(ExecutionRequested::executionId)
                .containsExactlyInAnyOrder(
                        lost.getFirst().executionId(), lost.get(1).executionId());
        assertThat(integer("select recorded from runs where id = $1", run)).isZero();

        lost.forEach(worker::complete);
        lost.forEach(request -> worker.validate(request, Verdict.FAIL));
        again.forEach(worker::complete);
        again.forEach(request -> worker.validate(request, Verdict.PASS));
        awaitStatus(run, "COMPLETED");
        assertThat(api.show(run).getInt("counts.passed")).isEqualTo(2);
        api.get("/runs/" + run + "/executions/" + again.getFirst().executionId())
                .body("attempt", equalTo(2))
                .body("transcript.exchanges", hasSize(1))
                .body("results", hasSize(1));
    }

    @Test
    void an_execution_lost_too_often_ends_as_error_with_a_reason_and_so_does_its_run_end() {
        String run = api.run(1, 1);

        for (int attempt = 1; attempt <= Sweep.MAX_ATTEMPTS; attempt++) {
            assertThat(worker.take(run, 1))
                    .extracting(ExecutionRequested::attempt)
                    .containsExactly(attempt);
            sweepOverdue(run);
        }

        awaitStatus(run, "COMPLETED");
        assertThat(api.show(run).getInt("counts.errored")).isEqualTo(1);
        String execution = api.get("/runs/" + run + "/executions")
                .body("items.verdict", contains("ERROR"))
                .body("items[0].failure.code", equalTo("execution-lost"))
                .extract()
                .path("items[0].id");
        api.get("/runs/" + run + "/executions/" + execution)
                .body("transcript.failure.reason", equalTo("No worker brought a result in time in 3 attempts."))
                .body("transcript.exchanges", hasSize(0));
    }

    @Test
    void a_verdict_that_never_comes_ends_as_error_and_keeps_the_transcript() {
        String run = api.run(1, 1);
        for (int attempt = 1; attempt <= Sweep.MAX_ATTEMPTS; attempt++) {
            worker.complete(worker.take(run, 1).getFirst());
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> integer("select recorded from runs where id = $1", run) == 1);
            sweepOverdue(run);
        }

        awaitStatus(run, "COMPLETED");
        String execution = api.get("/runs/" + run + "/executions")
                .body("items[0].verdict", equalTo("ERROR"))
                .body("items[0].failure.code", equalTo("verdict-lost"))
                .extract()
                .path("items[0].id");
        api.get("/runs/" + run + "/executions/" + execution).body("transcript.exchanges", hasSize(1));
    }

    @Test
    void an_execution_judged_again_has_as_many_attempts_as_a_new_one_and_keeps_its_conversation() {
        String run = api.run(1, 1);
        ExecutionRequested held = worker.take(run, 1).getFirst();
        worker.complete(held);
        worker.validate(held, Verdict.ERROR);
        awaitStatus(run, "COMPLETED");
        api.post("/runs/" + run + "/rejudge", "").statusCode(200);

        for (int attempt = 2; attempt <= 1 + Sweep.MAX_ATTEMPTS; attempt++) {
            assertThat(worker.take(run, 1))
                    .extracting(ExecutionRequested::attempt)
                    .containsExactly(attempt);
            sweepOverdue(run);
        }

        awaitStatus(run, "COMPLETED");
        assertThat(api.show(run).getInt("counts.errored")).isEqualTo(1);
        api.get("/runs/" + run + "/executions/" + held.executionId())
                .body("failure.reason", equalTo("No worker brought a result in time in 3 attempts."))
                .body("transcript.exchanges", hasSize(1));
        api.post("/runs/" + run + "/rejudge", "").statusCode(200);
    }

    @Test
    void a_transcript_that_never_comes_leaves_the_verdict() {
        String run = api.run(1, 1);
        worker.validate(worker.take(run, 1).getFirst(), Verdict.PASS);
        Awaitility.await().atMost(PATIENCE).until(() -> api.show(run).getInt("counts.passed") == 1);

        sweepOverdue(run);

        awaitStatus(run, "COMPLETED");
        assertThat(api.show(run).getInt("counts.passed")).isEqualTo(1);
        api.get("/runs/" + run + "/executions").body("items[0].failure.code", equalTo("transcript-lost"));
    }

    @Test
    void sweeps_at_the_same_time_take_each_execution_once() {
        String run = api.run(100, 50);
        assertThat(worker.take(run, 100)).hasSize(100);
        overdue(run);

        var unused = Uni.join()
                .all(sweep.sweep(), sweep.sweep(), sweep.sweep())
                .andFailFast()
                .await()
                .atMost(PATIENCE);

        assertThat(worker.take(run, 200))
                .hasSize(100)
                .extracting(ExecutionRequested::attempt)
                .containsOnly(2);
    }

    @Test
    void nothing_is_overdue_while_all_that_is_ahead_may_still_take_its_time() {
        String run = api.run(64, 1);
        assertThat(worker.take(run, 64)).hasSize(64);

        OffsetDateTime first = database.preparedQuery("select min(deadline) from executions where run_id = $1")
                .execute(Tuple.of(UUID.fromString(run)))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getOffsetDateTime(0);

        assertThat(first).isAfter(OffsetDateTime.now(ZoneOffset.UTC).plus(Duration.ofSeconds(64 * 10)));
    }

    private void sweepOverdue(String run) {
        overdue(run);
        var unused = sweep.sweep().await().atMost(PATIENCE);
    }

    private void overdue(String run) {
        Awaitility.await().atMost(PATIENCE).until(() -> integer("select queued from runs where id = $1", run) == 0);
        var unused = database.preparedQuery(
                        "update executions set deadline = now() - interval '1 second' where run_id = $1 and deadline is not null")
                .execute(Tuple.of(UUID.fromString(run)))
                .await()
                .atMost(PATIENCE);
    }

    private void awaitStatus(String run, String status) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> api.show(run).getString("status").equals(status));
    }

    private int integer(String query, String run) {
        return database.preparedQuery(query)
                .execute(Tuple.of(UUID.fromString(run)))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getInteger(0);
    }
}
