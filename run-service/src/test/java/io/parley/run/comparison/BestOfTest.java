package io.parley.run.comparison;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Play;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class BestOfTest {

    private final Api api = Api.ofNewWorkspace();
    private final Play play = new Play(api);

    @AfterEach
    void close() {
        play.close();
    }

    @Test
    void of_each_case_that_all_runs_decided_the_one_that_passed_and_then_scored_highest_is_the_best() {
        String suite = play.suite(suite("alone, passes, equal, fails, error", 1));
        String one = run(
                suite,
                Map.of(
                        "alone", new Scored(Verdict.PASS, 0.9),
                        "passes", new Scored(Verdict.FAIL, 0.4),
                        "equal", new Scored(Verdict.PASS, 0.8),
                        "fails", new Scored(Verdict.PASS, 0.5),
                        "error", new Scored(Verdict.ERROR, 0)));
        String two = run(
                suite,
                Map.of(
                        "alone", new Scored(Verdict.PASS, 0.7),
                        "passes", new Scored(Verdict.PASS, 0.3),
                        "equal", new Scored(Verdict.PASS, 0.1 + 0.2 + 0.5),
                        "fails", new Scored(Verdict.FAIL, 0.9),
                        "error", new Scored(Verdict.PASS, 1)));
        String runs = "run=" + two + "&run=" + one;

        api.get("/best-of?" + runs)
                .statusCode(200)
                .body("cases", equalTo(5))
                .body("decided", equalTo(4))
                .body("runs.runId", contains(two, one))
                .body("runs.best", contains(1, 2))
                .body("runs.shared", contains(1, 1))
                .body("runs[0].targetName", equalTo(api.show(two).getString("targetName")))
                .body("runs[0].score.toDouble()", closeTo(0.675, 1e-6))
                .body("runs[1].score.toDouble()", closeTo(0.65, 1e-6));
        api.get("/best-of/cases?" + runs)
                .statusCode(200)
                .body("items.vars.case", contains("alone", "passes", "equal", "fails"))
                .body(
                        "items.runs.best",
                        contains(List.of(false, true), List.of(true, false), List.of(true, true), List.of(false, true)))
                .body("items[0].runs.runId", contains(two, one))
                .body("items[3].runs[0].passed", equalTo(0));
    }

    @Test
    void of_repeats_the_share_that_passed_counts() {
        String suite = play.suite(suite("a", 2));
        String half = play.run(suite, request -> repeat(request) == 1 ? Verdict.PASS : Verdict.FAIL);
        String all = play.run(suite, request -> repeat(request) == 1 ? Verdict.PASS : Verdict.UNSURE);

        api.get("/best-of?run=" + half + "&run=" + all).body("runs.best", contains(0, 1));
        api.get("/best-of/cases?run=" + half + "&run=" + all)
                .body("items[0].runs.decided", contains(2, 1))
                .body("items[0].runs.passed", contains(1, 1));
    }

    @Test
    void cases_are_listed_a_page_at_a_time_and_runs_that_decided_nothing_have_no_best() {
        String suite = api.suite(5);
        String one = play.run(suite, request -> Verdict.PASS);
        String two = play.run(suite, request -> Verdict.FAIL);
        String none = play.run(suite, request -> Verdict.ERROR);
        String cases = "/best-of/cases?run=" + one + "&run=" + two + "&limit=3";

        String next = api.get(cases)
                .body("items.vars.number", contains(0, 1, 2))
                .extract()
                .path("next");

        api.get(cases + "&after=" + next)
                .body("items.vars.number", contains(3, 4))
                .body("$", not(hasKey("next")));
        api.get("/best-of?run=" + one + "&run=" + none)
                .body("cases", equalTo(5))
                .body("decided", equalTo(0))
                .body("runs", hasSize(2))
                .body("runs.best", contains(0, 0));
        api.get("/best-of/cases?run=" + one + "&run=" + none).body("items", empty());
    }

    @Test
    void runs_that_are_not_over_or_of_other_suites_or_workspaces_are_not_compared() {
        String suite = api.suite(1);
        String one = play.run(suite, request -> Verdict.PASS);
        String two = play.run(suite, request -> Verdict.PASS);
        String other = play.run(api.suite(1), request -> Verdict.PASS);
        String running = api.run(1, 1);
        Api strangers = Api.ofNewWorkspace();

        api.get("/best-of").statusCode(422).body("errors.field", contains("run"));
        api.get("/best-of?run=" + one + "&run=" + one).statusCode(422).body("errors.field", contains("run"));
        api.get("/best-of/cases?run=" + one + "&run=x").statusCode(422).body("errors.field", contains("run"));
        api.get("/best-of?run=" + one + "&run=" + other).statusCode(422).body("errors.field", contains("run"));
        api.get("/best-of?run=" + one + "&run=" + running).statusCode(409).body("code", equalTo("run-not-over"));
        api.get("/best-of?run=" + one + "&run=" + UUID.randomUUID()).statusCode(404);
        strangers.get("/best-of?run=" + one + "&run=" + two).statusCode(404);
        strangers.get("/best-of/cases?run=" + one + "&run=" + two).statusCode(404);
    }

    private record Scored(Verdict verdict, double score) {}

    private String run(String suite, Map<String, Scored> cases) {
        String run = api.post("/runs", Map.of("suiteId", suite, "targetId", api.target(100)))
                .statusCode(201)
                .extract()
                .path("id");
        for (ExecutionRequested request : play.worker().take(run, cases.size())) {
            String name = String.valueOf(request.conversation().vars().get("case"));
            play.worker().complete(request);
            play.worker().broker().publish(validated(request, Objects.requireNonNull(cases.get(name))));
        }
        play.awaitEnd(run);
        return run;
    }

    private static ExecutionValidated validated(ExecutionRequested request, Scored scored) {
        ExecutionValidated plain = Worker.validated(request, scored.verdict());
        return new ExecutionValidated(
                plain.executionId(),
                plain.attempt(),
                plain.runId(),
                plain.workspaceId(),
                plain.verdict(),
                scored.score(),
                plain.results());
    }

    private static int repeat(ExecutionRequested request) {
        Integer repeat = request.repeat();
        return repeat == null ? 0 : repeat;
    }

    private static String suite(String cases, int repeat) {
        return """
                parley: 1
                name: several targets
                cases: [{name: case, repeat: %d, vars: {case: [%s]}, turns: [{user: "{{case}}"}]}]
                """.formatted(repeat, cases);
    }
}
