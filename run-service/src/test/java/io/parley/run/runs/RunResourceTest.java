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
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class RunResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void a_run_starts_with_all_its_executions_queued() {
        Api api = Api.ofNewWorkspace();
        String suite = api.suite(3);
        String target = api.target(2);

        String run = api.post("/runs", Map.of("suiteId", suite, "targetId", target))
                .statusCode(201)
                .body("suiteId", equalTo(suite))
                .body("revision", equalTo(1))
                .body("targetId", equalTo(target))
                .body("status", equalTo("RUNNING"))
                .body("counts.total", equalTo(3))
                .body("counts.passed", equalTo(0))
                .body("$", not(hasKey("passRate")))
                .body("$", not(hasKey("completedAt")))
                .extract()
                .path("id");

        api.get("/runs/" + run).statusCode(200).body("id", equalTo(run));
        api.get("/runs/" + run + "/executions").statusCode(200).body("items", hasSize(3));
    }

    @Test
    void ten_thousand_cases_start_within_two_seconds() {
        Api api = Api.ofNewWorkspace();
        String suite = api.suite(10_000);
        String target = api.target(1);
        api.post("/runs", Map.of("suiteId", api.suite(1), "targetId", target)).statusCode(201);

        long start = System.nanoTime();
        api.post("/runs", Map.of("suiteId", suite, "targetId", target))
                .statusCode(201)
                .body("counts.total", equalTo(10_000));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void repeats_multiply_the_executions() {
        Api api = Api.ofNewWorkspace();
        String suite = api.importSuite("""
                        parley: 1
                        name: R
                        defaults: {repeat: 3}
                        cases:
                          - {name: a, turns: [{user: hi}]}
                          - {name: b, repeat: 1, turns: [{user: hi}]}
                        """).extract().path("id");

        String run = api.post("/runs", Map.of("suiteId", suite, "targetId", api.target(1)))
                .statusCode(201)
                .body("counts.total", equalTo(4))
                .extract()
                .path("id");

        api.get("/runs/" + run + "/executions")
                .body("items.case", contains("a", "a", "a", "b"))
                .body("items.repeat", contains(1, 2, 3, 1));
    }

    @Test
    void the_target_is_the_one_given_by_name_or_the_one_that_the_suite_names() {
        Api api = Api.ofNewWorkspace();
        String bot = api.post("/targets", Map.of("name", "bot", "url", "http://bot.invalid"))
                .extract()
                .path("id");
        String other = api.post("/targets", Map.of("name", "other", "url", "http://bot.invalid"))
                .extract()
                .path("id");
        String suite = api.importSuite("parley: 1\nname: S\ntarget: bot\ncases: [{name: a, turns: [{user: hi}]}]")
                .extract()
                .path("id");

        api.post("/runs", Map.of("suiteId", suite)).statusCode(201).body("targetId", equalTo(bot));
        api.post("/runs", Map.of("suiteId", suite, "target", "other"))
                .statusCode(201)
                .body("targetId", equalTo(other))
                .body("targetName", equalTo("other"));
        api.post("/runs", Map.of("suiteId", suite, "target", "nobody"))
                .statusCode(404)
                .body("code", equalTo("target-not-found"));
        api.post("/runs", Map.of("suiteId", api.suite(1))).statusCode(422).body("errors.field", contains("/target"));
    }

    @Test
    void an_earlier_revision_can_be_run() {
        Api api = Api.ofNewWorkspace();
        String text = "parley: 1\nname: S\ncases: [{name: a, turns: [{user: hi}]}]";
        String suite = api.importSuite(text).extract().path("id");
        api.importSuite(text.replace("name: a", "name: b"));
        String target = api.target(1);

        String first = api.post("/runs", Map.of("suiteId", suite, "revision", 1, "targetId", target))
                .statusCode(201)
                .body("revision", equalTo(1))
                .extract()
                .path("id");

        api.get("/runs/" + first + "/executions").body("items.case", contains("a"));
        api.post("/runs", Map.of("suiteId", suite, "targetId", target)).body("revision", equalTo(2));
        api.post("/runs", Map.of("suiteId", suite, "revision", 3, "targetId", target))
                .statusCode(404);
    }

    @Test
    void what_cannot_be_started_is_refused_with_the_field_at_fault() {
        Api api = Api.ofNewWorkspace();

        api.post("/runs", Map.of()).statusCode(422).body("errors.field", contains("/suiteId"));
        api.post("/runs", Map.of("suiteId", "not-an-id")).statusCode(422).body("errors.field", contains("/suiteId"));
        api.post("/runs", Map.of("suiteId", UUID.randomUUID(), "targetId", UUID.randomUUID()))
                .statusCode(404);
        api.post("/runs", "{").statusCode(400);
    }

    @Test
    void a_double_click_with_one_idempotency_key_starts_one_run() throws Exception {
        Api api = Api.ofNewWorkspace();
        Map<String, String> request = Map.of("suiteId", api.suite(5), "targetId", api.target(1));
        Callable<ValidatableResponse> click = () -> startWith(api, "key-1", request);

        List<ValidatableResponse> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            answers = threads
                    .invokeAll(IntStream.range(0, 8).mapToObj(n -> click).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers)
                .extracting(answer -> answer.extract().statusCode())
                .containsOnly(200, 201)
                .containsOnlyOnce(201);
        assertThat(answers)
                .extracting(answer -> answer.extract().<String>path("id"))
                .containsOnly(answers.getFirst().extract().<String>path("id"));
        api.get("/runs").body("items", hasSize(1)).body("items[0].counts.total", equalTo(5));
    }

    @Test
    void an_idempotency_key_of_another_run_is_a_conflict_and_belongs_to_one_workspace() {
        Api api = Api.ofNewWorkspace();
        String target = api.target(1);
        startWith(api, "key", Map.of("suiteId", api.suite(1), "targetId", target))
                .statusCode(201);

        startWith(api, "key", Map.of("suiteId", api.suite(1), "targetId", target))
                .statusCode(409)
                .body("code", equalTo("idempotency-key-reused"));
        startWith(api, "with space", Map.of("suiteId", api.suite(1), "targetId", target))
                .statusCode(422);

        Api other = Api.ofNewWorkspace();
        startWith(other, "key", Map.of("suiteId", other.suite(1), "targetId", other.target(1)))
                .statusCode(201);
    }

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
            assertThat(worker.take(run, 1)).isEmpty();
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

    private static ValidatableResponse startWith(Api api, String key, Map<String, String> request) {
        return api.request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request)
                .post("/api/v1/runs")
                .then();
    }

    private static boolean cancelled(Worker worker, String queue, String run) {
        Optional<RunCancelled> message = worker.broker().take(queue, RunCancelled.class);
        return message.isPresent() && message.get().runId().toString().equals(run);
    }
}
