package io.parley.run.baselines;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.parley.contracts.Verdict;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Play;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class BaselineTest {

    private final Api api = Api.ofNewWorkspace();
    private final Play play = new Play(api);

    @AfterEach
    void close() {
        play.close();
    }

    @Test
    void a_branch_has_one_baseline_which_can_be_replaced_and_taken_away() {
        String suite = api.suite(1);
        String first = play.run(suite, request -> Verdict.PASS);
        String second = play.run(Map.of("suiteId", suite, "branch", "feature/x"), request -> Verdict.PASS);
        String main = "/suites/" + suite + "/baselines/main";
        String feature = "/suites/" + suite + "/baselines/feature/x";

        put(api, main, first).statusCode(200).body("runId", equalTo(first));
        put(api, feature, second).statusCode(200).body("branch", equalTo("feature/x"));
        api.get(main)
                .statusCode(200)
                .body("suiteId", equalTo(suite))
                .body("branch", equalTo("main"))
                .body("runId", equalTo(first))
                .body("$", hasKey("setBy"))
                .body("$", hasKey("setAt"));

        put(api, main, second).statusCode(200);
        api.get(main).body("runId", equalTo(second));

        delete(api, main).statusCode(204);
        delete(api, main).statusCode(404).body("code", equalTo("baseline-not-found"));
        api.get(main).statusCode(404);
        api.get(feature).body("runId", equalTo(second));
    }

    @Test
    void a_branch_in_the_path_that_is_none_is_named_and_what_is_missing_in_the_body_is_pointed_at() {
        Api api = Api.ofNewWorkspace();
        String suite = api.importSuite("parley: 1\nname: S\ncases: [{name: a, turns: [{user: hi}]}]")
                .statusCode(201)
                .extract()
                .path("id");

        api.request()
                .get("/api/v1/suites/" + suite + "/baselines/no spaces")
                .then()
                .statusCode(422)
                .body("errors.field", contains("branch"));
        api.request()
                .contentType("application/json")
                .body("{}")
                .put("/api/v1/suites/" + suite + "/baselines/main")
                .then()
                .statusCode(422)
                .body("errors.field", contains("/runId"));
    }

    @Test
    void a_run_says_its_branch_which_is_main_unless_named() {
        String suite = api.suite(1);
        String target = api.target(1);

        api.post("/runs", Map.of("suiteId", suite, "targetId", target)).body("branch", equalTo("main"));
        api.post("/runs", Map.of("suiteId", suite, "targetId", target, "branch", "release-1.2"))
                .statusCode(201)
                .body("branch", equalTo("release-1.2"));
        api.post("/runs", Map.of("suiteId", suite, "targetId", target, "branch", "no spaces"))
                .statusCode(422)
                .body("errors.field", contains("/branch"))
                .body("errors.message", contains("must be 1 to 200 characters without spaces"));
    }

    @Test
    void only_a_completed_run_of_the_suite_and_the_workspace_is_a_baseline() {
        String suite = api.suite(1);
        String run = play.run(suite, request -> Verdict.PASS);
        String other = play.run(api.suite(1), request -> Verdict.PASS);
        String running = api.post("/runs", Map.of("suiteId", suite, "targetId", api.target(1)))
                .extract()
                .path("id");
        String cancelled = api.post("/runs", Map.of("suiteId", suite, "targetId", api.target(1)))
                .extract()
                .path("id");
        api.post("/runs/" + cancelled + "/cancel", "").statusCode(200);
        String main = "/suites/" + suite + "/baselines/main";
        Api strangers = Api.ofNewWorkspace();

        put(api, main, other).statusCode(422).body("errors.field", contains("/runId"));
        put(api, main, running).statusCode(409).body("code", equalTo("run-not-over"));
        put(api, main, cancelled).statusCode(409).body("code", equalTo("run-cancelled"));
        put(api, main, UUID.randomUUID().toString()).statusCode(404).body("code", equalTo("run-not-found"));
        put(api, "/suites/" + UUID.randomUUID() + "/baselines/main", run).statusCode(404);
        put(api, "/suites/" + suite + "/baselines/a%20b", run).statusCode(422);
        api.get("/suites/" + suite + "/baselines/{branch}", "\0").statusCode(422);
        api.request()
                .contentType("application/json")
                .body(Map.of())
                .put("/api/v1" + main)
                .then()
                .statusCode(422)
                .body("errors.field", contains("/runId"));
        put(strangers, main, run).statusCode(404);
        put(api, main, run).statusCode(200);
        strangers.get(main).statusCode(404);
        delete(strangers, main).statusCode(404);
        put(Api.as(api.workspace(), Access.VIEWER), main, run).statusCode(403);
        api.get(main).statusCode(200).body("runId", equalTo(run));
    }

    private static ValidatableResponse put(Api api, String path, String run) {
        return api.request()
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body(Map.of("runId", run))
                .put("/api/v1" + path)
                .then();
    }

    private static ValidatableResponse delete(Api api, String path) {
        return api.request().delete("/api/v1" + path).then();
    }
}
