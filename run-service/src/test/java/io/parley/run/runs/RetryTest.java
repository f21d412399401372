package io.parley.run.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.Verdict;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Play;
import io.parley.run.testing.Verdicts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class RetryTest {

    private static final String SUITE = """
            parley: 1
            name: retried
            cases:
              - {name: good, turns: [{user: hi}]}
              - {name: bad, turns: [{user: hi}]}
              - {name: mixed, repeat: 2, turns: [{user: hi}]}
              - {name: unsure, turns: [{user: hi}]}
            """;

    private final Api api = Api.ofNewWorkspace();
    private final Play play = new Play(api);

    @AfterEach
    void close() {
        play.close();
    }

    @Test
    void a_retry_asks_again_what_failed_and_nothing_else() {
        String suite = play.suite(SUITE);
        String earlier = play.run(
                Map.of("suiteId", suite, "branch", "next", "priority", "high", "budget", Map.of("time", "PT1H")),
                verdicts()::next);

        String run = api.post("/runs/" + earlier + "/retry", "")
                .statusCode(201)
                .body("retryOf", equalTo(earlier))
                .body("suiteId", equalTo(suite))
                .body("branch", equalTo("next"))
                .body("priority", equalTo("high"))
                .body("budget.time", equalTo("PT1H"))
                .body("counts.total", equalTo(2))
                .extract()
                .path("id");
        List<ExecutionRequested> requests = play.worker().take(run, 5);
        requests.forEach(play.worker()::complete);
        requests.forEach(request -> play.worker().validate(request, Verdict.PASS));
        play.awaitEnd(run);

        assertThat(requests)
                .extracting(request -> request.conversation().name())
                .containsExactly("bad", "mixed");
        assertThat(requests).allSatisfy(request -> assertThat(request.target()).isInstanceOf(HttpTarget.class));
        api.get("/runs/" + run).body("status", equalTo("COMPLETED")).body("counts.passed", equalTo(2));
        api.get("/runs/" + earlier)
                .body("counts.failed", equalTo(1))
                .body("counts.errored", equalTo(1))
                .body("$", not(hasKey("retryOf")));
        assertThat(repeats(run, "mixed")).isEqualTo(repeats(earlier, "mixed", Verdict.ERROR));
        api.get("/runs/" + run + "/comparison?with=" + earlier).statusCode(200).body("counts.fixed", equalTo(1));
    }

    @Test
    void a_retry_can_be_retried_and_judged_again_as_it_is() {
        String earlier = play.run(play.suite(SUITE), verdicts()::next);
        String first = retry(earlier);
        play.finish(first, request -> request.conversation().name().equals("bad") ? Verdict.FAIL : Verdict.PASS);

        String second = retry(first);
        api.get("/runs/" + second).body("retryOf", equalTo(first)).body("counts.total", equalTo(1));
        String rescored = api.post("/runs/" + first + "/rescore", "")
                .statusCode(201)
                .body("counts.total", equalTo(2))
                .extract()
                .path("id");
        play.finish(rescored, request -> Verdict.PASS);
        api.get("/runs/" + rescored).body("counts.passed", equalTo(2));
    }

    @Test
    void a_retry_goes_to_the_target_as_it_is_now() {
        String suite = play.suite(SUITE);
        String target = api.target(10);
        String earlier = api.post("/runs", Map.of("suiteId", suite, "targetId", target))
                .extract()
                .path("id");
        play.finish(earlier, request -> Verdict.FAIL);
        String name = api.get("/targets/" + target).extract().path("name");
        api.request()
                .contentType("application/json")
                .body(Map.of("name", name, "url", "http://bot.invalid/corrected"))
                .put("/api/v1/targets/" + target)
                .then()
                .statusCode(200);

        assertThat(play.worker().take(retry(earlier), 5))
                .hasSize(5)
                .allSatisfy(request ->
                        assertThat(((HttpTarget) request.target()).url()).endsWith("/corrected"));
    }

    @Test
    void what_cannot_be_retried_is_refused() {
        String passed = play.run(api.suite(1), request -> Verdict.PASS);
        String failed = play.run(api.suite(1), request -> Verdict.FAIL);
        String running = api.run(1, 1);

        api.post("/runs/" + passed + "/retry", "").statusCode(409).body("code", equalTo("nothing-to-retry"));
        api.post("/runs/" + running + "/retry", "").statusCode(409).body("code", equalTo("run-not-over"));
        api.post("/runs/" + UUID.randomUUID() + "/retry", "").statusCode(404);
        Api.ofNewWorkspace().post("/runs/" + failed + "/retry", "").statusCode(404);
        Api.as(api.workspace(), Access.VIEWER)
                .post("/runs/" + failed + "/retry", "")
                .statusCode(403);
    }

    private String retry(String run) {
        return api.post("/runs/" + run + "/retry", "").statusCode(201).extract().path("id");
    }

    private static Verdicts verdicts() {
        return new Verdicts(Map.of(
                "good", List.of(Verdict.PASS),
                "bad", List.of(Verdict.FAIL),
                "mixed", List.of(Verdict.PASS, Verdict.ERROR),
                "unsure", List.of(Verdict.UNSURE)));
    }

    private List<Integer> repeats(String run, String name, Verdict... verdict) {
        String filter = verdict.length == 0 ? "" : "?verdict=" + verdict[0];
        return api.get("/runs/" + run + "/executions" + filter)
                .extract()
                .path("items.findAll { it.case == '" + name + "' }.repeat");
    }
}
