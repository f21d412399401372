package io.parley.run.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class SimulatorsTest {

    private static final String SUITE = """
            parley: 1
            name: simulated
            models:
              local: {base-url: "http://127.0.0.1:11434/v1", model: "qwen3:4b"}
            cases:
              - {name: plain, turns: [{user: hi}]}
              - {name: described, simulate: {persona: p, goal: g, model: local}}
              - {name: registered, simulate: {persona: p, goal: g, model: player}}
            """;

    @Test
    void each_case_goes_out_with_the_model_that_plays_its_user_as_it_was_when_the_run_started() {
        Api api = Api.ofNewWorkspace();
        String player = register(api, "chat", "player");
        String suite = api.importSuite(SUITE).statusCode(201).extract().path("id");
        try (Worker worker = new Worker()) {
            String run = start(api, suite);
            api.request().delete("/api/v1/targets/" + player).then().statusCode(204);

            List<ExecutionRequested> requests = worker.take(run, 3);

            assertThat(of(requests, "plain").simulator()).isNull();
            assertThat(of(requests, "plain").asksAnew()).isFalse();
            ChatTarget described =
                    Objects.requireNonNull(of(requests, "described").simulator());
            assertThat(described.baseUrl()).isEqualTo("http://127.0.0.1:11434/v1");
            assertThat(described.model()).isEqualTo("qwen3:4b");
            ChatTarget registered =
                    Objects.requireNonNull(of(requests, "registered").simulator());
            assertThat(registered.id().toString()).isEqualTo(player);
            assertThat(registered.sealedSecrets()).containsKey(ChatTarget.KEY);
            assertThat(registered.sealedSecrets().get(ChatTarget.KEY)).doesNotContain("sk-1");
        }
    }

    @Test
    void a_run_whose_users_nobody_can_play_is_refused_with_the_name_of_the_model() {
        Api api = Api.ofNewWorkspace();
        String suite = api.importSuite(SUITE).statusCode(201).extract().path("id");

        refused(api, suite);
        register(api, "echo", "player");
        refused(api, suite);
    }

    @Test
    void a_retried_run_has_the_models_too() {
        Api api = Api.ofNewWorkspace();
        register(api, "chat", "player");
        String suite = api.importSuite(SUITE).statusCode(201).extract().path("id");
        try (Worker worker = new Worker()) {
            String run = start(api, suite);
            worker.take(run, 3).forEach(request -> {
                worker.complete(request);
                worker.validate(request, Verdict.FAIL);
            });
            Awaitility.await().until(() -> api.show(run).getString("status").equals("COMPLETED"));

            String retry = api.post("/runs/" + run + "/retry", "")
                    .statusCode(201)
                    .extract()
                    .path("id");

            ExecutionRequested retried = of(worker.take(retry, 3), "registered");
            assertThat(retried.simulator()).isNotNull();
            assertThat(retried.asksAnew()).isTrue();
        }
    }

    @Test
    void only_the_models_of_the_cases_that_are_chosen_are_needed() {
        Api api = Api.ofNewWorkspace();
        String suite = api.importSuite(SUITE).statusCode(201).extract().path("id");
        Map<String, Object> described = Map.of("suiteId", suite, "targetId", api.target(10), "filter", "described");
        Map<String, Object> registered = Map.of("suiteId", suite, "targetId", api.target(10), "filter", "registered");

        api.post("/runs", registered).statusCode(422).body("errors[0].field", equalTo("/suiteId"));
        try (Worker worker = new Worker()) {
            String run = api.post("/runs", described).statusCode(201).extract().path("id");

            ExecutionRequested request = worker.take(run, 1).getFirst();
            assertThat(Objects.requireNonNull(request.simulator()).model()).isEqualTo("qwen3:4b");
            worker.complete(request);
            worker.validate(request, Verdict.FAIL);
            Awaitility.await().until(() -> api.show(run).getString("status").equals("COMPLETED"));

            String retry = api.post("/runs/" + run + "/retry", "")
                    .statusCode(201)
                    .extract()
                    .path("id");
            assertThat(worker.take(retry, 1).getFirst().simulator()).isNotNull();
        }
    }

    private static void refused(Api api, String suite) {
        api.post("/runs", Map.of("suiteId", suite, "targetId", api.target(1)))
                .statusCode(422)
                .body("errors[0].field", equalTo("/suiteId"))
                .body("errors[0].message", containsString("'player'"));
    }

    private static String start(Api api, String suite) {
        return api.post("/runs", Map.of("suiteId", suite, "targetId", api.target(10)))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String register(Api api, String kind, String name) {
        Map<String, Object> echo = Map.of("kind", kind, "name", name);
        Map<String, Object> chat = Map.of(
                "kind",
                kind,
                "name",
                name,
                "baseUrl",
                "https://models.example/v1",
                "model",
                "small",
                "secrets",
                Map.of("KEY", "sk-1"));
        return api.post("/targets", kind.equals("chat") ? chat : echo)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ExecutionRequested of(List<ExecutionRequested> requests, String name) {
        return requests.stream()
                .filter(request -> request.conversation().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
