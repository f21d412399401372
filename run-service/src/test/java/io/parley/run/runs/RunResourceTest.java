package io.parley.run.runs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.RunCancelled;
import io.parley.contracts.Verdict;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestTokens;
import io.parley.run.testing.Api;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class RunResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void a_cancelled_run_ends_at_once_and_its_workers_are_told() {
        try (Worker worker = new Worker()) {
            String cancellations = worker.broker().listen(RunCancelled.class);
            Api api = Api.ofNewWorkspace();
            String run = api.run(200, 1);
            List<ExecutionRequested> requests = worker.take(run, 64);
            worker.complete(requests.getFirst());
            worker.validate(requests.getFirst(), Verdict.PASS);
            Awaitility.await().atMost(PATIENCE).until(() -> api.show(run).getInt("counts.passed") == 1);
            assertThat(worker.take(run, 2)).hasSize(1);

            api.post("/runs/" + run + "/cancel", "")
                    .statusCode(200)
                    .body("status", equalTo("CANCELLED"))
                    .body("counts.cancelled", equalTo(199))
                    .body("counts.passed", equalTo(1))
                    .body("$", hasKey("completedAt"));

            api.post("/runs/" + run + "/cancel", "").statusCode(409).body("code", equalTo("run-ended"));
            api.get("/runs/" + run + "/executions?status=CANCELLED&limit=200").body("items", hasSize(199));
            Awaitility.await().atMost(PATIENCE).until(() -> cancelled(worker, cancellations, run));

            requests.forEach(worker::complete);
            requests.forEach(request -> worker.validate(request, Verdict.FAIL));
            assertThat(worker.late(run)).isEmpty();
            assertThat(api.show(run).getInt("counts.cancelled")).isEqualTo(199);
            assertThat(api.show(run).getInt("counts.failed")).isZero();
        }
    }

    @Test
    void runs_are_listed_the_newest_first_by_page_suite_and_status() {
        Api api = Api.ofNewWorkspace();
        String target = api.target(1);
        String suite = api.suite(1);
        String first = api.post("/runs", Map.of("suiteId", suite, "targetId", target))
                .extract()
                .path("id");
        String second = api.run(1, 1);
        String third = api.post("/runs", Map.of("suiteId", suite, "targetId", target))
                .extract()
                .path("id");
        api.post("/runs/" + first + "/cancel", "").statusCode(200);

        String next = api.get("/runs?limit=2")
                .statusCode(200)
                .body("items.id", contains(third, second))
                .extract()
                .path("next");
        api.get("/runs?limit=2&after=" + next).body("items.id", contains(first));
        api.get("/runs?suiteId=" + suite).body("items.id", contains(third, first));
        api.get("/runs?status=CANCELLED").body("items.id", contains(first));
        api.get("/runs?status=RUNNING&suiteId=" + suite).body("items.id", contains(third));
        api.get("/runs?status=NEVER&suiteId=x&limit=5")
                .statusCode(422)
                .body("errors.field", contains("suiteId", "status"));
        api.get("/runs?limit=0").statusCode(422);
        api.get("/runs?limit=201").statusCode(422);
        api.get("/runs?after=nonsense").statusCode(422).body("errors.field", contains("after"));
    }

    @Test
    void a_run_of_another_workspace_does_not_exist() {
        Api owner = Api.ofNewWorkspace();
        String suite = owner.suite(1);
        String target = owner.target(1);
        String run = owner.post("/runs", Map.of("suiteId", suite, "targetId", target))
                .extract()
                .path("id");
        String execution = owner.get("/runs/" + run + "/executions").extract().path("items[0].id");
        Api stranger = Api.ofNewWorkspace();

        stranger.get("/runs/" + run).statusCode(404).body("code", equalTo("run-not-found"));
        stranger.get("/runs").body("items.id", not(hasItem(run)));
        stranger.post("/runs/" + run + "/cancel", "").statusCode(404);
        stranger.get("/runs/" + run + "/executions").statusCode(404);
        stranger.get("/runs/" + run + "/executions/" + execution).statusCode(404);
        stranger.post("/runs", Map.of("suiteId", suite, "targetId", stranger.target(1)))
                .statusCode(404)
                .body("code", equalTo("suite-not-found"));
        stranger.post("/runs", Map.of("suiteId", stranger.suite(1), "targetId", target))
                .statusCode(404)
                .body("code", equalTo("target-not-found"));
        owner.get("/runs/" + run).body("status", equalTo("RUNNING"));
    }

    @Test
    void who_may_only_look_starts_and_cancels_nothing() {
        Api editor = Api.ofNewWorkspace();
        String run = editor.run(1, 1);
        Api viewer = Api.as(editor.workspace(), Access.VIEWER);
        Api key = new Api(editor.workspace(), TestTokens.ofKey(editor.workspace(), Access.RUNS_READ));

        viewer.get("/runs/" + run).statusCode(200);
        key.get("/runs/" + run).statusCode(200);
        viewer.post("/runs", Map.of()).statusCode(403);
        key.post("/runs", Map.of()).statusCode(403);
        viewer.post("/runs/" + run + "/cancel", "").statusCode(403);
        given().get("/api/v1/runs/" + run).then().statusCode(401);
        given().post("/api/v1/runs/" + run + "/cancel").then().statusCode(401);
    }

    private static boolean cancelled(Worker worker, String queue, String run) {
        Optional<RunCancelled> message = worker.broker().take(queue, RunCancelled.class);
        return message.isPresent() && message.get().runId().toString().equals(run);
    }
}
