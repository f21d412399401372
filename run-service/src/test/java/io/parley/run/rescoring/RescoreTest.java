package io.parley.run.rescoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Limits;
import io.parley.contracts.RecordedTarget;
import io.parley.contracts.Transcript;
import io.parley.contracts.Verdict;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Play;
import io.parley.run.testing.Verdicts;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class RescoreTest {

    private final Api api = Api.ofNewWorkspace();
    private final Play play = new Play(api);

    @AfterEach
    void close() {
        play.close();
    }

    @Test
    void a_rescored_run_carries_the_conversations_of_the_same_cases_variables_and_repeats() {
        String suite = play.suite("""
                parley: 1
                name: rescored
                cases:
                  - {name: a, vars: {x: [1, 2]}, turns: [{user: "{{x}}"}]}
                  - {name: b, repeat: 2, turns: [{user: hi}]}
                """);
        String earlier = play.run(Map.of("suiteId", suite, "branch", "next"), request -> Verdict.FAIL);
        play.suite("""
                parley: 1
                name: rescored
                cases:
                  - {name: b, repeat: 3, turns: [{user: hi}]}
                  - {name: c, turns: [{user: hi}]}
                  - {name: a, skills: [counting], vars: {x: [2]}, turns: [{user: "{{x}}", expect: [{contains: "two"}]}]}
                """);

        String run = rescore(earlier, Map.of())
                .statusCode(201)
                .body("rescoredFrom", equalTo(earlier))
                .body("revision", equalTo(2))
                .body("branch", equalTo("next"))
                .body("counts.total", equalTo(5))
                .extract()
                .path("id");
        List<ExecutionRequested> requests = play.worker().take(run, 5);

        assertThat(requests)
                .hasSize(5)
                .allSatisfy(request -> assertThat(request.target())
                        .isInstanceOfSatisfying(RecordedTarget.class, target -> {
                            assertThat(target.id().toString())
                                    .isEqualTo(api.show(earlier).getString("targetId"));
                            assertThat(target.name())
                                    .isEqualTo(api.show(earlier).getString("targetName"));
                            assertThat(target.limits()).isEqualTo(new Limits(100, null));
                        }));
        assertThat(requests).extracting(ExecutionRequested::assistant).containsOnlyNulls();
        Transcript held = Worker.completed(requests.getFirst(), null).transcript();
        assertThat(transcripts(requests, "a")).containsExactly(held);
        assertThat(transcripts(requests, "b")).containsExactly(held, held, null);
        assertThat(transcripts(requests, "c")).containsOnlyNulls();
        requests.forEach(play.worker()::complete);
        requests.forEach(request -> play.worker().validate(request, Verdict.PASS));
        play.awaitEnd(run);
        api.get("/runs/" + run).body("counts.passed", equalTo(5));
        api.get("/runs/" + earlier)
                .body("counts.failed", equalTo(4))
                .body("counts.passed", equalTo(0))
                .body("$", not(hasKey("rescoredFrom")));
        api.get("/runs/" + run + "/comparison?with=" + earlier)
                .body("counts.fixed", equalTo(2))
                .body("counts.new", equalTo(1))
                .body("counts.gone", equalTo(1));
    }

    @Test
    void a_rescored_run_is_sent_out_to_its_end_a_few_recordings_at_a_time() {
        String earlier = play.run(api.suite(100), request -> Verdict.PASS);

        String run = rescore(earlier, Map.of()).extract().path("id");
        play.finish(run, request -> Verdict.FAIL);

        api.get("/runs/" + run).body("counts.failed", equalTo(100)).body("status", equalTo("COMPLETED"));
    }

    @Test
    void a_rescored_run_can_be_rescored_by_any_revision() {
        String suite = play.suite("parley: 1\nname: twice\ncases: [{name: a, turns: [{user: hi}]}]");
        String first = play.run(suite, request -> Verdict.PASS);
        play.suite("parley: 1\nname: twice\ncases: [{name: a, turns: [{user: ho}]}]");
        String second = rescore(first, Map.of("revision", 1))
                .body("revision", equalTo(1))
                .extract()
                .path("id");
        play.finish(second, request -> Verdict.PASS);

        String third = api.post("/runs/" + second + "/rescore", "")
                .statusCode(201)
                .body("revision", equalTo(2))
                .body("rescoredFrom", equalTo(second))
                .extract()
                .path("id");

        assertThat(transcripts(play.worker().take(third, 1), "a"))
                .doesNotContainNull()
                .hasSize(1);
    }

    /** The first repeat's verdict differs on the same words, the second case's do not, the third's are not all there. */
    @Test
    void judging_the_same_conversations_again_tells_why_cases_are_flaky() {
        String suite = play.suite("""
                parley: 1
                name: flaky
                defaults: {repeat: 2}
                cases:
                  - {name: judge, turns: [{user: hi}]}
                  - {name: target, turns: [{user: hi}]}
                  - {name: unknown, turns: [{user: hi}]}
                """);
        List<Verdict> mixed = List.of(Verdict.PASS, Verdict.FAIL);
        String earlier = play.run(suite, new Verdicts(Map.of("judge", mixed, "target", mixed, "unknown", mixed))::next);
        api.get("/runs/" + earlier + "/summary").body("repeats.causes.unknown", equalTo(3));

        String run = rescore(earlier, Map.of()).extract().path("id");
        Verdicts again = new Verdicts(Map.of(
                "judge", List.of(Verdict.UNSURE, Verdict.FAIL),
                "target", mixed,
                "unknown", List.of(Verdict.PASS, Verdict.ERROR)));
        play.finish(run, again::next);

        api.get("/runs/" + earlier + "/summary")
                .body("repeats.flaky", equalTo(3))
                .body("repeats.causes.judge", equalTo(1))
                .body("repeats.causes.target", equalTo(1))
                .body("repeats.causes.unknown", equalTo(1));
        api.get("/runs/" + run + "/summary")
                .body("repeats.flaky", equalTo(1))
                .body("repeats.causes.target", equalTo(1));
    }

    @Test
    void what_cannot_be_rescored_is_refused() {
        String suite = api.suite(1);
        String run = play.run(suite, request -> Verdict.PASS);
        String running = api.run(1, 1);
        Api strangers = Api.ofNewWorkspace();

        rescore(running, Map.of()).statusCode(409).body("code", equalTo("run-not-over"));
        rescore(UUID.randomUUID().toString(), Map.of()).statusCode(404).body("code", equalTo("run-not-found"));
        rescore(run, Map.of("revision", 2)).statusCode(404).body("code", equalTo("suite-not-found"));
        rescore(run, Map.of("revision", 0)).statusCode(422).body("errors.field", contains("/revision"));
        strangers.post("/runs/" + run + "/rescore", Map.of()).statusCode(404);
        Api.as(api.workspace(), Access.VIEWER)
                .post("/runs/" + run + "/rescore", Map.of())
                .statusCode(403);
    }

    private ValidatableResponse rescore(String run, Map<String, Object> request) {
        return api.post("/runs/" + run + "/rescore", request);
    }

    /** Of a case, those of earlier repeats first. */
    private static List<Transcript> transcripts(List<ExecutionRequested> requests, String name) {
        return requests.stream()
                .filter(request -> request.conversation().name().equals(name))
                .map(request -> ((RecordedTarget) request.target()).transcript())
                .toList();
    }
}
