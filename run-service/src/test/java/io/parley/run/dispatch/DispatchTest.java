package io.parley.run.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class DispatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Worker worker = new Worker();
    private final Api api = Api.ofNewWorkspace();

    @Inject
    Pool database;

    @Inject
    Claims claims;

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
                            skills: [weather.forecast]
                            vars: {city: [Berlin, Oslo]}
                            turns: [{user: "{{city}}?", expect: [{contains: "{{city}}"}], capture: {d: {json-path: $.d}}}]
                            timeout: 1500ms
                            repeat: 2
                        """).extract().path("id");

        String run = api.post("/runs", Map.of("suiteId", suite, "targetId", target, "branch", "a\"b"))
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
            assertThat(request.assistant()).isEqualTo(target + "@a\"b");
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

    @Test
    void runs_of_a_workspace_are_under_way_in_proportion_to_their_priorities_and_none_starves() {
        String high = start(1_000, "high");
        Awaitility.await().atMost(PATIENCE).until(() -> underWay(high) == 400);
        String normal = start(1_000, "normal");
        String low = start(1_000, "low");
        Awaitility.await().atMost(PATIENCE).until(() -> underWay(normal) == 200 && underWay(low) == 100);
        String strangers = Api.ofNewWorkspace().run(500, 50);
        worker.take(strangers, 400);

        assertThat(List.of(underWay(high), underWay(normal), underWay(low), underWay(strangers)))
                .as("a stranger's run has its whole window")
                .containsExactly(400, 200, 100, 400);

        api.post("/runs/" + high + "/cancel", "").statusCode(200);
        Awaitility.await().atMost(PATIENCE).until(() -> underWay(normal) == 400 && underWay(low) == 200);
    }

    @Test
    void a_claim_that_began_before_a_pause_and_ends_after_it_is_given_up() {
        String run = api.run(100, 1);
        assertThat(worker.take(run, 100)).hasSize(64);
        SqlConnection connection = database.getConnection().await().atMost(PATIENCE);
        try {
            Transaction transaction = connection.begin().await().atMost(PATIENCE);
            execute(
                    connection,
                    "select id from executions where run_id = $1 and status = 'QUEUED' for no key update",
                    run); // so that nobody else claims them
            execute(database, "update runs set send_window = 1000 where id = $1", run);
            List<ClaimedExecution> claimed =
                    claims.claim(connection, 256, PATIENCE).await().atMost(PATIENCE);
            assertThat(claimed).anyMatch(execution -> execution.runId().equals(UUID.fromString(run)));
            assertThat(overtaken(connection, claimed)).isFalse();

            execute(database, "update runs set pause = json_build_object('at', now()) where id = $1", run);
            assertThat(overtaken(connection, claimed)).isTrue();

            execute(database, "update runs set probe_at = now() - interval '1 h' where id = $1", run);
            assertThat(overtaken(connection, claimed)).as("a probe").isFalse();
            transaction.rollback().await().atMost(PATIENCE);
        } finally {
            connection.close().await().atMost(PATIENCE);
        }
    }

    private boolean overtaken(SqlConnection connection, List<ClaimedExecution> claimed) {
        return claims.overtakenByPause(connection, claimed).await().atMost(PATIENCE);
    }

    private static void execute(SqlClient client, String statement, String run) {
        var unused = client.preparedQuery(statement)
                .execute(Tuple.of(UUID.fromString(run)))
                .await()
                .atMost(PATIENCE);
    }

    private String start(int cases, String priority) {
        return api.post("/runs", Map.of("suiteId", api.suite(cases), "targetId", api.target(50), "priority", priority))
                .statusCode(201)
                .body("priority", equalTo(priority))
                .extract()
                .path("id");
    }

    private int underWay(String run) {
        return database.preparedQuery("select in_flight from runs where id = $1")
                .execute(Tuple.of(UUID.fromString(run)))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getInteger(0);
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
