package io.parley.run.statistics;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Play;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class GateTest {

    private static final String GATE = "{pass-rate: 0.7, unsure: 0.2, regressions: 1}";

    private final Api api = Api.ofNewWorkspace();
    private final Play play = new Play(api);

    @AfterEach
    void close() {
        play.close();
    }

    @Test
    void a_gate_passes_when_each_of_its_conditions_just_holds() {
        String suite = play.suite(suite(GATE));
        String run = play.run(suite, failing(Set.of(1, 2, 3)));

        api.get("/runs/" + run + "/summary")
                .body("gate.passed", equalTo(true))
                .body("gate.conditions.condition", contains("pass-rate", "unsure", "regressions"))
                .body("gate.conditions.wanted", contains(0.7f, 0.2f, 1.0f))
                .body("gate.conditions.found", contains(0.7f, 0.0f, 0.0f))
                .body("gate.conditions.passed", contains(true, true, true))
                .body(
                        "gate.conditions.reason",
                        contains(
                                "70% passed of what passed or failed; at least 70% is wanted.",
                                "0% of all are unsure; at most 20% is wanted.",
                                "The branch main has no baseline: there was nothing to compare with."));
    }

    @Test
    void a_gate_fails_when_one_condition_does_not_hold() {
        String suite = play.suite(suite(GATE));
        String poor = play.run(suite, failing(Set.of(1, 2, 3, 4)));
        String doubtful = play.run(suite, request -> number(request) <= 3 ? Verdict.UNSURE : Verdict.PASS);

        api.get("/runs/" + poor + "/summary")
                .body("gate.passed", equalTo(false))
                .body("gate.conditions.passed", contains(false, true, true));
        api.get("/runs/" + doubtful + "/summary")
                .body("gate.passed", equalTo(false))
                .body("gate.conditions.passed", contains(true, false, true))
                .body("gate.conditions[1].found", equalTo(0.3f));
    }

    @Test
    void regressions_are_what_newly_fails_against_the_baseline_of_the_branch() {
        String suite = play.suite(suite(GATE));
        String baseline = play.run(suite, failing(Set.of(1)));
        api.request()
                .contentType("application/json")
                .body(Map.of("runId", baseline))
                .put("/api/v1/suites/" + suite + "/baselines/main")
                .then()
                .statusCode(200);
        String good = play.run(suite, failing(Set.of(1, 2)));
        String bad = play.run(suite, failing(Set.of(2, 3)));
        String elsewhere = play.run(Map.of("suiteId", suite, "branch", "other"), failing(Set.of(2, 3)));

        api.get("/runs/" + good + "/summary")
                .body("gate.passed", equalTo(true))
                .body("gate.conditions[2].found", equalTo(1.0f));
        api.get("/runs/" + bad + "/summary")
                .body("gate.passed", equalTo(false))
                .body("gate.conditions[2].found", equalTo(2.0f))
                .body(
                        "gate.conditions[2].reason",
                        equalTo("2 newly failing against run " + baseline
                                + ", the baseline of the branch main; at most 1 wanted."));
        api.get("/runs/" + bad + "/comparison?with=" + baseline).body("counts.newlyFailing", equalTo(2));
        api.get("/runs/" + elsewhere + "/summary")
                .body("gate.passed", equalTo(true))
                .body("gate.conditions[2].reason", containsString("has no baseline"));
    }

    @Test
    void where_nothing_passed_or_failed_no_pass_rate_is_kept() {
        String suite = play.suite(suite("{pass-rate: 0}"));
        String run = play.run(suite, request -> Verdict.ERROR);

        api.get("/runs/" + run + "/summary")
                .body("gate.passed", equalTo(false))
                .body("gate.conditions", hasSize(1))
                .body("gate.conditions[0]", not(hasKey("found")))
                .body("gate.conditions[0].reason", equalTo("Nothing has passed or failed."));
    }

    @Test
    void a_run_that_is_under_way_or_was_cancelled_has_no_result_of_its_gate() {
        String suite = play.suite(suite(GATE));
        String run = api.post("/runs", Map.of("suiteId", suite, "targetId", api.target(1)))
                .extract()
                .path("id");

        api.get("/runs/" + run + "/summary").statusCode(200).body("$", not(hasKey("gate")));
        api.post("/runs/" + run + "/cancel", "").statusCode(200);
        api.get("/runs/" + run + "/summary").statusCode(200).body("$", not(hasKey("gate")));
    }

    @Test
    void a_gate_that_makes_no_sense_is_refused_with_its_line() {
        api.importSuite(suite("{pass-rate: 95, unsure: -1, regressions: 0.5, speed: 1}"))
                .statusCode(422)
                .body("errors.field", contains("/gate/pass-rate", "/gate/unsure", "/gate/regressions", "/gate/speed"))
                .body("errors.line", contains(3, 3, 3, 3))
                .body("errors[3].message", equalTo("unknown key speed; known are pass-rate, unsure and regressions"));
        api.importSuite(suite("{}")).statusCode(422).body("errors.field", contains("/gate"));
    }

    private static Function<ExecutionRequested, Verdict> failing(Set<Integer> numbers) {
        return request -> numbers.contains(number(request)) ? Verdict.FAIL : Verdict.PASS;
    }

    private static int number(ExecutionRequested request) {
        return ((Number) request.conversation().vars().getOrDefault("n", 0)).intValue();
    }

    private static String suite(String gate) {
        return """
                parley: 1
                name: gated
                gate: %s
                cases: [{name: a, vars: {n: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}, turns: [{user: "{{n}}"}]}]
                """.formatted(gate);
    }
}
