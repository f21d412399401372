package io.parley.run.statistics;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Failure;
import io.parley.contracts.Transcript;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Play;
import io.parley.run.testing.Verdicts;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class SummaryTest {

    private final Api api = Api.ofNewWorkspace();
    private final Play play = new Play(api);

    @AfterEach
    void close() {
        play.close();
    }

    @Test
    void repeats_that_the_run_was_asked_for_are_told_like_those_of_the_suite() {
        String suite = play.suite("parley: 1\nname: asked\ncases: [{name: a, turns: [{user: hi}]}]");
        String run = play.run(
                Map.of("suiteId", suite, "repeat", 2),
                new Verdicts(Map.of("a", List.of(Verdict.PASS, Verdict.FAIL)))::next);

        api.get("/runs/" + run + "/summary").body("repeats.flaky", equalTo(1));
    }

    @Test
    void latencies_are_those_of_the_conversations_that_were_held_to_their_end() {
        String run = api.run(101, 100);
        List<ExecutionRequested> requests = play.worker().take(run, 101);
        for (int number = 1; number <= 100; number++) {
            complete(requests.get(number - 1), Duration.ofMillis(number), null);
        }
        complete(requests.getLast(), Duration.ofHours(1), new Failure("turn-timeout", "turn 1: no answer"));
        requests.forEach(request -> play.worker().validate(request, Verdict.PASS));
        play.awaitEnd(run);

        api.get("/runs/" + run + "/summary")
                .statusCode(200)
                .body("runId", equalTo(run))
                .body("branch", equalTo("main"))
                .body("status", equalTo("COMPLETED"))
                .body("counts.passed", equalTo(101))
                .body("passRate.value", equalTo(1.0f))
                .body("latency.conversations", equalTo(100))
                .body("latency.p50", equalTo("PT0.05S"))
                .body("latency.p90", equalTo("PT0.09S"))
                .body("latency.p95", equalTo("PT0.095S"))
                .body("latency.p99", equalTo("PT0.099S"))
                .body("$", not(hasKey("repeats")))
                .body("$", not(hasKey("gate")));
    }

    @Test
    void repeats_are_stable_flaky_or_undecided_and_pass_all_counts_the_cases_that_never_failed() {
        String suite = play.suite("""
                parley: 1
                name: repeats
                cases:
                  - {name: once, turns: [{user: hi}]}
                  - {name: always, repeat: 3, turns: [{user: hi}]}
                  - {name: never, repeat: 3, turns: [{user: hi}]}
                  - {name: sometimes, repeat: 3, turns: [{user: hi}]}
                  - {name: perhaps, repeat: 3, turns: [{user: hi}]}
                  - {name: unknown, repeat: 2, turns: [{user: hi}]}
                """);
        Map<String, List<Verdict>> verdicts = Map.of(
                "once", List.of(Verdict.FAIL),
                "always", List.of(Verdict.PASS, Verdict.PASS, Verdict.PASS),
                "never", List.of(Verdict.FAIL, Verdict.FAIL, Verdict.FAIL),
                "sometimes", List.of(Verdict.PASS, Verdict.FAIL, Verdict.PASS),
                "perhaps", List.of(Verdict.PASS, Verdict.UNSURE, Verdict.PASS),
                "unknown", List.of(Verdict.PASS, Verdict.ERROR));
        Verdicts each = new Verdicts(verdicts);
        String run = play.run(suite, each::next);

        api.get("/runs/" + run + "/summary")
                .body("repeats.cases", equalTo(5))
                .body("repeats.stable", equalTo(3))
                .body("repeats.flaky", equalTo(1))
                .body("repeats.undecided", equalTo(1))
                .body("repeats.passAll.k", contains(2, 3))
                .body("repeats.passAll.cases", contains(0, 3))
                .body("repeats.passAll[0]", not(hasKey("rate")))
                .body("repeats.passAll[1].rate.value", equalTo(1 / 3f))
                .body("repeats.passAll[1].rate.low", equalTo(0.061491944f))
                .body("repeats.passAll[1].rate.high", equalTo(0.7923404f))
                .body("repeats.causes.judge", equalTo(0))
                .body("repeats.causes.target", equalTo(0))
                .body("repeats.causes.unknown", equalTo(1));
    }

    @Test
    void a_run_under_way_has_a_summary_of_what_is_there() {
        String run = api.run(2, 1);

        api.get("/runs/" + run + "/summary")
                .statusCode(200)
                .body("status", equalTo("RUNNING"))
                .body("counts.total", equalTo(2))
                .body("$", not(hasKey("latency")))
                .body("$", not(hasKey("passRate")));
    }

    @Test
    void slices_show_the_pass_rate_of_each_tag_skill_and_value() {
        String suite = play.suite("""
                parley: 1
                name: slices
                cases:
                  - {name: plain, turns: [{user: hi}]}
                  - name: tagged
                    tags: [smoke, slow]
                    skills: [weather]
                    vars: {city: [Berlin, Oslo], metric: true}
                    repeat: 2
                    turns: [{user: "{{city}}"}]
                  - {name: other, tags: [smoke], vars: {city: Oslo}, turns: [{user: "{{city}}"}]}
                """);
        String run = play.run(
                suite,
                request -> "Oslo".equals(request.conversation().vars().get("city")) ? Verdict.FAIL : Verdict.PASS);
        String slices = "/runs/" + run + "/slices?by=";

        api.get(slices + "tag")
                .statusCode(200)
                .body("items.value", contains("slow", "smoke"))
                .body("items.cases", contains(2, 3))
                .body("items.counts.total", contains(4, 5))
                .body("items.counts.passed", contains(2, 2))
                .body("items.passRate.value", contains(0.5f, 0.4f))
                .body("items[0]", not(hasKey("place")));
        api.get(slices + "skill").body("items.value", contains("weather")).body("items.cases", contains(2));
        api.get(slices + "var:city")
                .body("items.value", contains("Berlin", "Oslo"))
                .body("items.passRate.value", contains(1.0f, 0.0f));
        api.get(slices + "var:metric").body("items.value", contains("true"));
        api.get(slices + "var:nothing").statusCode(200).body("items", hasSize(0));

        String next = api.get(slices + "tag&limit=1")
                .body("items.value", contains("slow"))
                .extract()
                .path("next");
        api.get(slices + "tag&limit=1&after=" + next)
                .body("items.value", contains("smoke"))
                .body("$", not(hasKey("next")));
    }

    @Test
    void who_asks_for_what_is_not_there_is_told() {
        String run = api.run(1, 1);
        Api strangers = Api.ofNewWorkspace();

        api.get("/runs/" + run + "/slices").statusCode(422).body("errors.field", contains("by"));
        api.get("/runs/" + run + "/slices?by=var:").statusCode(422);
        api.get("/runs/" + run + "/slices?by=var:x').statusCode").statusCode(422);
        api.get("/runs/" + run + "/slices?by=tag&after=eA").statusCode(422);
        api.get("/runs/" + UUID.randomUUID() + "/summary").statusCode(404).body("code", equalTo("run-not-found"));
        strangers.get("/runs/" + run + "/summary").statusCode(404);
        strangers.get("/runs/" + run + "/slices?by=tag").statusCode(404);
    }

    private void complete(ExecutionRequested request, Duration duration, @Nullable Failure failure) {
        var completed = Worker.completed(request, failure);
        Transcript transcript = completed.transcript();
        play.worker()
                .broker()
                .publish(new ExecutionCompleted(
                        completed.executionId(),
                        completed.attempt(),
                        completed.runId(),
                        completed.workspaceId(),
                        completed.targetId(),
                        completed.caseName(),
                        new Transcript(transcript.startedAt(), duration, transcript.exchanges(), failure),
                        completed.checks()));
    }
}
