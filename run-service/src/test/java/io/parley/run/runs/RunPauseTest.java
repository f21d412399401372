package io.parley.run.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Verdict;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class RunPauseTest {

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
    void nothing_of_a_paused_run_is_sent_out_and_what_is_out_counts() {
        String run = api.run(100, 1);
        List<ExecutionRequested> out = worker.take(run, 64);

        api.post("/runs/" + run + "/pause", Map.of("reason", "a release is under way"))
                .statusCode(200)
                .body("status", equalTo("RUNNING"))
                .body("pause.cause", equalTo("REQUESTED"))
                .body("pause.reason", equalTo("a release is under way"))
                .body("pause.by", notNullValue())
                .body("pause.at", notNullValue());
        finish(out);
        Awaitility.await().atMost(PATIENCE).until(() -> api.show(run).getInt("counts.passed") == 64);
        assertThat(worker.late(run)).isEmpty();

        api.post("/runs/" + run + "/resume", "").statusCode(200).body("$", not(hasKey("pause")));
        List<ExecutionRequested> rest = worker.take(run, 36);
        assertThat(rest).hasSize(36);
        finish(rest);
        awaitStatus(run, "COMPLETED");
        api.get("/runs/" + run).body("counts.passed", equalTo(100));
    }

    @Test
    void once_a_pause_is_confirmed_no_more_goes_out() {
        String run = api.run(5_000, 100);

        api.post("/runs/" + run + "/pause", "").statusCode(200);
        int out = inFlight(run);

        assertThat(worker.take(run, 5_000)).hasSize(out);
        assertThat(inFlight(run)).isEqualTo(out);
    }

    @Test
    void a_run_is_paused_once_and_resumed_once_however_often_it_is_asked() {
        String run = api.run(1, 1);

        api.post("/runs/" + run + "/resume", "").statusCode(200).body("$", not(hasKey("pause")));
        String at = api.post("/runs/" + run + "/pause", Map.of("reason", "first"))
                .extract()
                .path("pause.at");
        api.post("/runs/" + run + "/pause", Map.of("reason", "second"))
                .statusCode(200)
                .body("pause.reason", equalTo("first"))
                .body("pause.at", equalTo(at));
        api.post("/runs/" + run + "/resume", "").statusCode(200).body("$", not(hasKey("pause")));
        api.post("/runs/" + run + "/resume", "").statusCode(200).body("$", not(hasKey("pause")));
    }

    @Test
    void a_run_that_ends_is_paused_no_more() {
        String cancelled = api.run(1, 1);
        api.post("/runs/" + cancelled + "/pause", "").statusCode(200);
        api.post("/runs/" + cancelled + "/cancel", "")
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("$", not(hasKey("pause")));

        String completed = api.run(1, 1);
        List<ExecutionRequested> out = worker.take(completed, 1);
        api.post("/runs/" + completed + "/pause", "").statusCode(200);
        finish(out);
        awaitStatus(completed, "COMPLETED");
        api.get("/runs/" + completed).body("$", not(hasKey("pause")));
    }

    @Test
    void what_cannot_be_paused_is_refused() {
        String ended = api.run(1, 1);
        api.post("/runs/" + ended + "/cancel", "").statusCode(200);
        String running = api.run(1, 1);

        api.post("/runs/" + ended + "/pause", "").statusCode(409).body("code", equalTo("run-ended"));
        api.post("/runs/" + ended + "/resume", "").statusCode(409).body("code", equalTo("run-ended"));
        api.post("/runs/" + UUID.randomUUID() + "/pause", "").statusCode(404);
        api.post("/runs/" + running + "/pause", Map.of("reason", "two\nlines"))
                .statusCode(422)
                .body("errors.field", contains("/reason"));
        Api.ofNewWorkspace().post("/runs/" + running + "/pause", "").statusCode(404);
        Api.ofNewWorkspace().post("/runs/" + running + "/resume", "").statusCode(404);
        Api viewer = Api.as(api.workspace(), Access.VIEWER);
        viewer.post("/runs/" + running + "/pause", "").statusCode(403);
        viewer.post("/runs/" + running + "/resume", "").statusCode(403);
    }

    private void finish(List<ExecutionRequested> requests) {
        requests.forEach(worker::complete);
        requests.forEach(request -> worker.validate(request, Verdict.PASS));
    }

    private void awaitStatus(String run, String status) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> api.show(run).getString("status").equals(status));
    }

    private int inFlight(String run) {
        return database.preparedQuery("select in_flight from runs where id = $1")
                .execute(Tuple.of(UUID.fromString(run)))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getInteger(0);
    }
}
