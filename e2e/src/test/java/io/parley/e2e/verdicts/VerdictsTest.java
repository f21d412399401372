package io.parley.e2e.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.bench.target.MockTarget;
import io.parley.e2e.api.Answer;
import io.parley.e2e.api.Api;
import io.parley.e2e.api.Counts;
import io.parley.e2e.api.RunView;
import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.SharedPlatform;
import io.parley.e2e.runs.Run;
import io.parley.e2e.runs.Workspace;
import io.parley.e2e.target.StubTarget;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Verdicts that come from people, from models and from what was recorded, across the services. */
@ExtendWith(SharedPlatform.class)
class VerdictsTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Workspace workspace;
    private final Api api;

    VerdictsTest(Platform platform) {
        this.workspace = Workspace.on(platform);
        this.api = workspace.api();
    }

    @Test
    void a_person_decides_what_nothing_else_could_and_the_runs_counts_follow() {
        try (MockTarget mock = MockTarget.start(Duration.ZERO)) {
            Run run = run(mock, """
                    parley: 1
                    name: For people
                    cases: [{name: a, turns: [{user: hi, expect: [{human: Is it polite?}]}]}]
                    """);
            assertThat(run.awaitEnd(SOON).counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0));

            JsonNode review = api.post("/api/v1/reviews/next", "").expect(200).json();
            api.post(
                            "/api/v1/reviews/" + review.path("id").asText() + "/decide",
                            Map.of("verdict", "PASS", "comment", "polite enough"))
                    .expect(200);

            await().atMost(SOON)
                    .until(() -> run.view().counts(), counts -> counts.equals(new Counts(1, 1, 0, 0, 0, 0)));
            UUID execution = run.executions().getFirst().id();
            assertThat(api.get(run.path() + "/executions/" + execution)
                            .expect(200)
                            .json()
                            .path("verdictHistory")
                            .findValuesAsText("comment"))
                    .contains("polite enough");
        }
    }

    @Test
    void a_model_judges_and_an_error_of_it_is_judged_again_without_asking_the_target() throws IOException {
        AtomicReference<String> reply = new AtomicReference<>("I think it is fine.");
        try (MockTarget mock = MockTarget.start(Duration.ZERO);
                StubTarget model = StubTarget.start()) {
            URI chat = model.on("/v1/chat/completions", exchange -> {
                StubTarget.body(exchange);
                StubTarget.answer(exchange, "application/json", completion(reply.get()));
            });
            api.post(
                            "/api/v1/models",
                            Map.of(
                                    "name", "judge",
                                    "baseUrl", chat.toString().replace("/chat/completions", ""),
                                    "model", "stub-1",
                                    "key", "sk-secret"))
                    .expect(201);
            Run run = run(mock, """
                    parley: 1
                    name: Judged
                    cases: [{name: a, turns: [{user: hi, expect: [{rubric: {text: greets back, model: judge}}]}]}]
                    """);
            assertThat(run.awaitEnd(SOON).counts()).isEqualTo(new Counts(1, 0, 0, 1, 0, 0));

            reply.set("{\"verdict\": \"pass\", \"confidence\": 0.9, \"reasons\": [\"it says hi\"]}");
            api.post(run.path() + "/rejudge", Map.of()).expect(200);

            await().atMost(SOON)
                    .until(() -> run.view().counts(), counts -> counts.equals(new Counts(1, 1, 0, 0, 0, 0)));
            assertThat(mock.received().total()).as("questions to the target").isEqualTo(1);
            JsonNode costs =
                    api.get("/api/v1/judge-costs?run=" + run.id()).expect(200).json();
            assertThat(costs.path("judgements").asInt()).isEqualTo(2);
            assertThat(costs.path("inputTokens").asInt())
                    .as("of the first reply, of its repair, and of the second judgement")
                    .isEqualTo(3 * 10);
        }
    }

    @Test
    void a_changed_suite_is_scored_on_what_was_recorded_and_the_runs_are_compared() {
        try (MockTarget mock = MockTarget.start(Duration.ZERO)) {
            Run first = run(mock, suite("contains: hi"));
            first.awaitEnd(SOON);
            workspace.suite(suite("contains: goodbye"));

            RunView rescored =
                    api.post(first.path() + "/rescore", Map.of()).expect(201).as(RunView.class);
            Run second = new Run(api, rescored.id(), first.trace());

            assertThat(second.awaitEnd(SOON).counts()).isEqualTo(new Counts(3, 0, 3, 0, 0, 0));
            assertThat(first.view().counts()).isEqualTo(new Counts(3, 3, 0, 0, 0, 0));
            assertThat(mock.received().total()).as("questions to the target").isEqualTo(3);
            assertThat(api.get(second.path() + "/comparison?with=" + first.id())
                            .expect(200)
                            .json()
                            .path("counts")
                            .path("newlyFailing")
                            .asInt())
                    .isEqualTo(3);
            assertThat(groupsOf(second)).hasSize(1);
        }
    }

    /** Of failures; they are there once the run's end has been heard of. */
    private List<JsonNode> groupsOf(Run run) {
        return await().atMost(SOON)
                .until(
                        () -> api.get("/api/v1/failure-groups?run=" + run.id()),
                        answer -> answer.status() == 200 && !answer.json().isEmpty())
                .json()
                .valueStream()
                .toList();
    }

    private Run run(MockTarget mock, String suite) {
        return workspace.run(workspace.suite(suite), workspace.target(mock.url(), 4));
    }

    private static String suite(String expected) {
        return """
                parley: 1
                name: Recorded
                cases: [{name: a, vars: {n: [1, 2, 3]}, turns: [{user: "hi {{ n }}", expect: [{%s}]}]}]
                """.formatted(expected);
    }

    private static String completion(String reply) {
        return Answer.write(Map.of(
                "choices",
                List.of(Map.of("message", Map.of("role", "assistant", "content", reply))),
                "usage",
                Map.of("prompt_tokens", 10, "completion_tokens", 5)));
    }
}
