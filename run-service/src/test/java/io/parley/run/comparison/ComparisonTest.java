package io.parley.run.comparison;

import static org.hamcrest.Matchers.contains;
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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class ComparisonTest {

    private final Api api = Api.ofNewWorkspace();
    private final Play play = new Play(api);

    @AfterEach
    void close() {
        play.close();
    }

    @Test
    void every_case_of_both_runs_is_counted_under_the_one_change_that_it_made() {
        String suite = play.suite(suite("broken, mended, bad, good, gone, doubted"));
        String earlier = play.run(suite, judging(Map.of("mended", Verdict.FAIL, "bad", Verdict.FAIL)));
        play.suite(suite("fresh, doubted, good, bad, mended, broken"));
        String later = play.run(
                suite, judging(Map.of("broken", Verdict.FAIL, "bad", Verdict.FAIL, "doubted", Verdict.UNSURE)));

        api.get("/runs/" + later + "/comparison?with=" + earlier)
                .statusCode(200)
                .body("runId", equalTo(later))
                .body("with", equalTo(earlier))
                .body("counts.newlyFailing", equalTo(1))
                .body("counts.fixed", equalTo(1))
                .body("counts.stillFailing", equalTo(1))
                .body("counts.stillPassing", equalTo(1))
                .body("counts.new", equalTo(1))
                .body("counts.gone", equalTo(1))
                .body("counts.undecided", equalTo(1))
                .body("pValue", equalTo(1.0f))
                .body("moreThanChance", equalTo(false))
                .body("sentence", equalTo("1 case newly fails, 1 is fixed: p = 1, within chance."));
        String cases = "/runs/" + later + "/comparison/cases?with=" + earlier;
        api.get(cases)
                .statusCode(200)
                .body("items.vars.case", contains("fresh", "doubted", "good", "bad", "gone", "mended", "broken"))
                .body(
                        "items.change",
                        contains(
                                "NEW",
                                "UNDECIDED",
                                "STILL_PASSING",
                                "STILL_FAILING",
                                "GONE",
                                "FIXED",
                                "NEWLY_FAILING"));
        api.get(cases + "&change=NEWLY_FAILING")
                .body("items", hasSize(1))
                .body("items[0].case", equalTo("case"))
                .body("items[0].before.passed", equalTo(1))
                .body("items[0].after.failed", equalTo(1));
        api.get(cases + "&change=GONE").body("items[0]", not(hasKey("after"))).body("items[0]", hasKey("before"));
        api.get(cases + "&change=NEW").body("items[0]", not(hasKey("before"))).body("items[0]", hasKey("after"));
    }

    @Test
    void a_case_is_the_same_when_its_variables_are_written_in_another_order() {
        String suite = play.suite("""
                parley: 1
                name: order
                cases: [{name: a, vars: {x: 1, y: [2, 3]}, turns: [{user: "{{x}}"}]}]
                """);
        String earlier = play.run(suite, request -> Verdict.PASS);
        play.suite("""
                parley: 1
                name: order
                cases: [{name: a, vars: {y: [3, 2], x: 1}, turns: [{user: "say {{x}}"}]}]
                """);
        String later = play.run(suite, request -> Verdict.PASS);

        api.get("/runs/" + later + "/comparison?with=" + earlier).body("counts.stillPassing", equalTo(2));
    }

    @Test
    void of_repeats_one_failure_is_enough_and_those_without_a_verdict_do_not_count() {
        String suite = play.suite("""
                parley: 1
                name: repeats
                cases: [{name: a, repeat: 3, turns: [{user: hi}]}]
                """);
        String earlier = play.run(suite, inTurn(Verdict.PASS, Verdict.ERROR, Verdict.UNSURE));
        String later = play.run(suite, inTurn(Verdict.PASS, Verdict.FAIL, Verdict.PASS));

        api.get("/runs/" + later + "/comparison?with=" + earlier).body("counts.newlyFailing", equalTo(1));
        String failed =
                api.get("/runs/" + later + "/executions?verdict=FAIL").extract().path("items[0].id");
        api.get("/runs/" + later + "/comparison/cases?with=" + earlier)
                .body("items[0].before.repeats", equalTo(3))
                .body("items[0].before.passed", equalTo(1))
                .body("items[0].before.failed", equalTo(0))
                .body("items[0].after.passed", equalTo(2))
                .body("items[0].after.failed", equalTo(1))
                .body("items[0].after.executionId", equalTo(failed));
    }

    @Test
    void cases_are_listed_a_page_at_a_time() {
        String suite = api.suite(5);
        String earlier = play.run(suite, request -> Verdict.PASS);
        String later = play.run(suite, request -> Verdict.FAIL);
        String cases = "/runs/" + later + "/comparison/cases?with=" + earlier + "&change=NEWLY_FAILING&limit=3";

        String next = api.get(cases)
                .body("items.vars.number", contains(0, 1, 2))
                .extract()
                .path("next");

        api.get(cases + "&after=" + next)
                .body("items.vars.number", contains(3, 4))
                .body("$", not(hasKey("next")));
        api.get(cases + "&after=eA").statusCode(422).body("errors.field", contains("after"));
    }

    @Test
    void runs_that_are_not_over_or_of_other_suites_or_workspaces_are_not_compared() {
        String suite = api.suite(1);
        String run = play.run(suite, request -> Verdict.PASS);
        String other = play.run(api.suite(1), request -> Verdict.PASS);
        String running = api.run(1, 1);
        Api strangers = Api.ofNewWorkspace();
        String comparison = "/runs/" + run + "/comparison";

        api.get(comparison).statusCode(422).body("errors.field", contains("with"));
        api.get(comparison + "?with=x").statusCode(422).body("errors.field", contains("with"));
        api.get(comparison + "/cases?change=x").statusCode(422).body("errors.field", contains("with", "change"));
        api.get(comparison + "?with=" + other).statusCode(422).body("errors.field", contains("with"));
        api.get(comparison + "?with=" + running).statusCode(409).body("code", equalTo("run-not-over"));
        api.get("/runs/" + running + "/comparison?with=" + run).statusCode(409);
        api.get(comparison + "?with=" + UUID.randomUUID()).statusCode(404).body("code", equalTo("run-not-found"));
        api.get("/runs/" + UUID.randomUUID() + "/comparison/cases?with=" + run).statusCode(404);
        strangers.get(comparison + "?with=" + run).statusCode(404);
        strangers.get(comparison + "/cases?with=" + run).statusCode(404);
    }

    private static Function<ExecutionRequested, Verdict> judging(Map<String, Verdict> verdicts) {
        return request -> verdicts.getOrDefault(
                String.valueOf(request.conversation().vars().get("case")), Verdict.PASS);
    }

    private static Function<ExecutionRequested, Verdict> inTurn(Verdict... verdicts) {
        AtomicInteger next = new AtomicInteger();
        return request -> verdicts[next.getAndIncrement()];
    }

    private static String suite(String cases) {
        return """
                parley: 1
                name: changes
                cases: [{name: case, vars: {case: [%s]}, turns: [{user: "{{case}}"}]}]
                """.formatted(cases);
    }
}
