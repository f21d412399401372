package io.parley.run.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class RunStartTest {

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
    void a_suite_of_ten_thousand_cases_is_started_by_one_request() {
        Api api = Api.ofNewWorkspace();

        String run = api.post("/runs", Map.of("suiteId", api.suite(10_000), "targetId", api.target(1)))
                .statusCode(201)
                .body("counts.total", equalTo(10_000))
                .extract()
                .path("id");

        api.post("/runs/" + run + "/cancel", "").statusCode(200).body("counts.cancelled", equalTo(10_000));
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
    void a_run_can_hold_every_case_as_often_as_it_is_asked_to() {
        Api api = Api.ofNewWorkspace();
        String suite = api.importSuite("""
                        parley: 1
                        name: R
                        cases:
                          - {name: often, repeat: 5, turns: [{user: hi}]}
                          - {name: once, turns: [{user: hi}]}
                        """).extract().path("id");
        String target = api.target(1);

        String run = api.post("/runs", Map.of("suiteId", suite, "targetId", target, "repeat", 3))
                .statusCode(201)
                .body("repeat", equalTo(3))
                .body("counts.total", equalTo(6))
                .extract()
                .path("id");

        api.get("/runs/" + run + "/executions")
                .body("items.case", contains("often", "often", "often", "once", "once", "once"))
                .body("items.repeat", contains(1, 2, 3, 1, 2, 3));
        api.post("/runs", Map.of("suiteId", suite, "targetId", target, "repeat", 101))
                .statusCode(422)
                .body("errors.field", contains("/repeat"));
        api.post("/runs", Map.of("suiteId", api.suite(1_001), "targetId", target, "repeat", 100))
                .statusCode(422)
                .body("errors.field", contains("/repeat"));
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

    private static ValidatableResponse startWith(Api api, String key, Map<String, String> request) {
        return api.request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request)
                .post("/api/v1/runs")
                .then();
    }
}
