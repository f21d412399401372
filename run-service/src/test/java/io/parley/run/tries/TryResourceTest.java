package io.parley.run.tries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.parley.contracts.Conversation;
import io.parley.contracts.EchoTarget;
import io.parley.contracts.ExecutionRequested;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestTokens;
import io.parley.run.testing.Api;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class TryResourceTest {

    private static final Map<String, String> ECHO = Map.of("kind", "echo", "name", "My echo");

    @Test
    void a_try_is_a_run_of_one_message_whose_request_is_kept() {
        Api api = Api.ofNewWorkspace();
        api.post("/targets", ECHO).statusCode(201);
        try (Worker worker = new Worker()) {
            String first = attempt(api, "hello {{ you }}");
            String second = attempt(api, "and?");

            Conversation held = only(worker, first).conversation();
            assertThat(held.vars()).isEqualTo(Map.of("said", "hello {{ you }}"));
            assertThat(held.turns().getFirst().user()).isEqualTo("{{said}}");
            assertThat(held.keepRequests()).isTrue();
            assertThat(only(worker, second).target()).isInstanceOf(EchoTarget.class);
        }
        api.get("/suites").body("items.name", contains("Try My echo")).body("items[0].revision", equalTo(2));
    }

    @Test
    void a_target_that_is_not_there_and_a_message_that_says_nothing_are_refused() {
        Api api = Api.ofNewWorkspace();
        api.post("/targets", ECHO).statusCode(201);

        api.post("/targets/{name}/try", Map.of("message", "hi"), "No echo")
                .statusCode(404)
                .body("code", equalTo("target-not-found"));
        api.post("/targets/{name}/try", Map.of("message", " "), "My echo")
                .statusCode(422)
                .body("errors.field", contains("/message"));
        api.post("/targets/{name}/try", Map.of("message", "hi"), "\0").statusCode(422);
        Api.as(TestTokens.newWorkspace(), Access.VIEWER)
                .post("/targets/{name}/try", Map.of("message", "hi"), "My echo")
                .statusCode(403);
    }

    private static String attempt(Api api, String message) {
        return api.post("/targets/{name}/try", Map.of("message", message), "My echo")
                .statusCode(201)
                .body("suiteName", startsWith("Try "))
                .body("counts.total", equalTo(1))
                .extract()
                .path("id");
    }

    private static ExecutionRequested only(Worker worker, String run) {
        List<ExecutionRequested> requests = worker.take(run, 1);
        assertThat(requests).hasSize(1);
        return requests.getFirst();
    }
}
