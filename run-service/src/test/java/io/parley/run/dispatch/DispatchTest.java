package io.parley.run.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.Limits;
import io.parley.contracts.RunId;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class DispatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Worker worker = new Worker();
    private final Api api = Api.ofNewWorkspace();

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void a_request_carries_the_target_as_it_was_and_the_case_with_its_variables() {
        String target = api.post(
                        "/targets",
                        Map.of(
                                "name", "bot",
                                "url", "http://bot.invalid/chat",
                                "headers", Map.of("X-Key", "{{secrets.KEY}}"),
                                "body", "{\"text\": \"{{message}}\"}",
                                "answer", "/text",
                                "limits", Map.of("maxConcurrency", 7, "requestsPerSecond", 3),
                                "secrets", Map.of("KEY", "open sesame")))
                .extract()
                .path("id");
        String suite = api.importSuite("""
                        parley: 1
                        name: S
                        cases:
                          - name: "quoted \\"ä\\""
                            vars: {city: [Berlin, Oslo]}
                            turns: [{user: "{{city}}?", expect: [{contains: "{{city}}"}], capture: {d: {json-path: $.d}}}]
                            timeout: 1500ms
                            repeat: 2
                        """).extract().path("id");

        String run = api.post("/runs", Map.of("suiteId", suite, "targetId", target))
                .extract()
                .path("id");
        api.request().delete("/api/v1/targets/" + target).then().statusCode(204);
        List<ExecutionRequested> requests = worker.take(run, 4);

        assertThat(requests).hasSize(4).allSatisfy(request -> {
            assertThat(request.attempt()).isEqualTo(1);
            assertThat(request.runId()).isEqualTo(RunId.fromString(run));
            assertThat(request.workspaceId()).isEqualTo(api.workspace());
            assertThat(request.target()).isInstanceOfSatisfying(HttpTarget.class, http -> {
                assertThat(http.name()).isEqualTo("bot");
                assertThat(http.limits()).isEqualTo(new Limits(7, 3.0));
                assertThat(http.answer()).isEqualTo("/text");
                assertThat(http.sealedSecrets()).containsOnlyKeys("KEY").doesNotContainValue("open sesame");
            });
            assertThat(request.conversation().name()).isEqualTo("quoted \"ä\"");
            assertThat(request.conversation().timeout()).isEqualTo(Duration.ofMillis(1500));
        });
        assertThat(requests)
                .extracting(request -> request.conversation().vars().get("city") + " " + request.repeat())
                .containsExactlyInAnyOrder("Berlin 1", "Berlin 2", "Oslo 1", "Oslo 2");
    }

    @Test
    void only_a_window_of_a_run_is_under_way_and_results_make_room() {
        String run = api.run(200, 1);

        List<ExecutionRequested> first = worker.take(run, 200);
        assertThat(first).hasSize(64);

        for (ExecutionRequested request : first.subList(0, 10)) {
            worker.complete(request);
            worker.validate(request, Verdict.PASS);
        }
        assertThat(worker.take(run, 200)).hasSize(10);
    }

    @Test
    void a_run_of_ten_is_sent_out_while_five_thousand_are_queued() {
        String large = api.run(5_000, 100);
        String small = api.run(10, 100);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> worker.takeAll().stream()
                        .anyMatch(request -> request.runId().equals(RunId.fromString(small))));
        Awaitility.await().atMost(PATIENCE).until(() -> queued(small) == 0);

        assertThat(queued(large)).isPositive();
    }

    /** Queued executions, as many as a page shows at most. */
    private int queued(String run) {
        return api.get("/runs/" + run + "/executions?status=QUEUED&limit=200")
                .statusCode(200)
                .extract()
                .<List<String>>path("items.id")
                .size();
    }
}
