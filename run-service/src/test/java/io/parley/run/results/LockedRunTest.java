package io.parley.run.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Queues;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A statement that began before another one committed sees the run's row as it was, waits for the row, and must then go
 * by what it has become. PostgreSQL checks a row's constraints before it finds out that the row was old.
 */
@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class LockedRunTest {

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
    void the_last_verdict_completes_a_run_whose_last_transcript_is_being_stored() {
        String run = api.run(1, 1);
        ExecutionRequested request = worker.take(run, 1).getFirst();
        long dead = worker.broker().deadLetters(Queues.RUN_VERDICTS);

        meanwhile(
                List.of(
                        "update executions set recorded = true where run_id = $1",
                        "update runs set recorded = 1 where id = $1"),
                run,
                () -> worker.validate(request, Verdict.PASS));

        await().until(() -> api.show(run).getString("status").equals("COMPLETED"));
        assertThat(api.show(run).getInt("counts.passed")).isEqualTo(1);
        assertThat(worker.broker().deadLetters(Queues.RUN_VERDICTS)).isEqualTo(dead);
    }

    @Test
    void a_run_can_be_cancelled_while_a_verdict_is_being_stored() {
        String run = api.run(2, 1);
        assertThat(worker.take(run, 2)).hasSize(2);

        CompletableFuture<String> status = meanwhile(
                List.of(
                        "update executions set status = 'FINISHED', verdict = 'PASS' where run_id = $1 and position = 0",
                        "update runs set passed = 1 where id = $1"),
                run,
                () -> CompletableFuture.supplyAsync(() -> api.post("/runs/" + run + "/cancel", "")
                        .statusCode(200)
                        .extract()
                        .path("status")));

        assertThat(status.join()).isEqualTo("CANCELLED");
        assertThat(api.show(run).getInt("counts.passed")).isEqualTo(1);
        assertThat(api.show(run).getInt("counts.cancelled")).isEqualTo(1);
    }

    /** With one run and these settings a query that may stop at its first match does. */
    @Test
    void every_execution_is_locked_also_when_the_first_one_tells_the_run() {
        String run = api.run(20, 1);
        UUID[] ids = worker.take(run, 20).stream()
                .map(request -> request.executionId().value())
                .toArray(UUID[]::new);
        SqlConnection connection = database.getConnection().await().atMost(PATIENCE);
        try {
            Transaction transaction = connection.begin().await().atMost(PATIENCE);
            for (String preparation : List.of(
                    "create temporary table runs on commit drop as select * from runs where id = '" + run + "'",
                    "create temporary table executions on commit drop as select * from executions where run_id = '"
                            + run + "'",
                    "set local enable_hashagg = off",
                    "set local enable_sort = off",
                    "set local enable_hashjoin = off",
                    "set local enable_mergejoin = off")) {
                execute(connection, preparation);
            }

            var locked = connection
                    .preparedQuery(Tally.LOCK)
                    .execute(Tuple.tuple().addArrayOfUUID(ids))
                    .await()
                    .atMost(PATIENCE);

            assertThat(locked).hasSize(1);
            assertThat(execute(connection, "select id from executions where xmax <> '0'"))
                    .isEqualTo(ids.length);
            transaction.rollback().await().atMost(PATIENCE);
        } finally {
            connection.close().await().atMost(PATIENCE);
        }
    }

    private static int execute(SqlConnection connection, String statement) {
        return connection.query(statement).execute().await().atMost(PATIENCE).size();
    }

    private void meanwhile(List<String> updates, String run, Runnable action) {
        var unused = meanwhile(updates, run, () -> {
            action.run();
            return CompletableFuture.completedFuture(run);
        });
    }

    /** Holds the updates back from being committed until what the action sets off waits for them. */
    private <T> CompletableFuture<T> meanwhile(
            List<String> updates, String run, Supplier<CompletableFuture<T>> action) {
        SqlConnection connection = database.getConnection().await().atMost(PATIENCE);
        try {
            Transaction transaction = connection.begin().await().atMost(PATIENCE);
            for (String update : updates) {
                var unused = connection
                        .preparedQuery(update)
                        .execute(Tuple.of(UUID.fromString(run)))
                        .await()
                        .atMost(PATIENCE);
            }
            CompletableFuture<T> result = action.get();
            await().until(this::somebodyWaits);
            transaction.commit().await().atMost(PATIENCE);
            return result;
        } finally {
            connection.close().await().atMost(PATIENCE);
        }
    }

    private boolean somebodyWaits() {
        Row row = database.query("select exists (select from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock')")
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();
        return row.getBoolean(0);
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }
}
