package io.parley.run.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.Checks;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Failure;
import io.parley.contracts.Transcript;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class OutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WINDOW = 64;
    private static final Failure GONE = new Failure("target-unreachable", "turn 1: nobody there");
    private static final Failure STATUS = new Failure("target-status", "turn 1: it said 500");
    private static final Failure TIMEOUT = new Failure("turn-timeout", "turn 1: too slow");

    private final Worker worker = new Worker();
    private final Api api = Api.ofNewWorkspace();

    @Inject
    Pool database;

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void a_run_pauses_when_its_target_is_away_and_goes_on_when_a_probe_finds_it() {
        String run = run(5);
        List<ExecutionRequested> out = worker.take(run, WINDOW);
        out.subList(0, 5).forEach(request -> complete(request, GONE));

        awaitPause(run);
        api.get("/runs/" + run)
                .body("pause.cause", equalTo("TARGET_DOWN"))
                .body("pause.reason", equalTo("The target could not be reached in 5 executions in a row."))
                .body("pause", not(hasKey("by")))
                .body("status", equalTo("RUNNING"));
        out.subList(0, 5).forEach(request -> worker.validate(request, Verdict.ERROR));
        Awaitility.await().atMost(PATIENCE).until(() -> api.show(run).getInt("counts.errored") == 5);

        ExecutionRequested inVain = probe(run);
        complete(inVain, GONE);
        worker.validate(inVain, Verdict.ERROR);
        Awaitility.await().atMost(PATIENCE).until(() -> api.show(run).getInt("counts.errored") == 6);
        Awaitility.await().atMost(PATIENCE).until(() -> recorded(run) == 6);
        assertThat(api.show(run).getString("pause.cause")).isEqualTo("TARGET_DOWN");

        ExecutionRequested found = probe(run);
        complete(found, null);
        worker.validate(found, Verdict.PASS);
        Awaitility.await().atMost(PATIENCE).until(() -> api.show(run).get("pause") == null);
        assertThat(worker.take(run, 5)).hasSize(5);
    }

    @Test
    void the_next_probe_waits_as_long_as_the_pause_lasts_already() {
        String run = run(1);
        complete(worker.take(run, WINDOW).getFirst(), GONE);
        awaitPause(run);

        ExecutionRequested first = probe(run);
        Instant next = Instant.parse(api.show(run).getString("pause.nextProbeAt"));

        assertThat(first).isNotNull();
        assertThat(next).isAfter(Instant.now().plus(Duration.ofMinutes(1)));
    }

    @Test
    void only_a_row_without_an_answer_counts() {
        String run = run(5);
        List<ExecutionRequested> out = worker.take(run, WINDOW);

        out.subList(0, 4).forEach(request -> complete(request, GONE));
        complete(out.get(4), STATUS);
        out.subList(5, 9).forEach(request -> complete(request, GONE));
        worker.broker().publish(unanswered(out.get(9)));
        Awaitility.await().atMost(PATIENCE).until(() -> recorded(run) == 10);
        assertThat(api.show(run).<Object>get("pause")).isNull();

        complete(out.get(10), GONE);
        awaitPause(run);
    }

    @Test
    void a_run_of_which_all_is_out_has_nothing_to_hold_back() {
        String run = api.post("/runs", Map.of("suiteId", api.suite(3), "targetId", target(1)))
                .extract()
                .path("id");
        List<ExecutionRequested> out = worker.take(run, 3);

        out.forEach(request -> complete(request, GONE));
        out.forEach(request -> worker.validate(request, Verdict.ERROR));

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> api.show(run).getString("status").equals("COMPLETED"));
    }

    @Test
    void a_person_goes_on_at_once_and_the_count_begins_anew() {
        String run = run(2);
        List<ExecutionRequested> out = worker.take(run, WINDOW);
        out.subList(0, 2).forEach(request -> complete(request, GONE));
        awaitPause(run);

        api.post("/runs/" + run + "/resume", "").statusCode(200).body("$", not(hasKey("pause")));
        complete(out.get(2), GONE);
        Awaitility.await().atMost(PATIENCE).until(() -> recorded(run) == 3);
        assertThat(api.show(run).<Object>get("pause")).isNull();

        complete(out.get(3), GONE);
        awaitPause(run);
    }

    @Test
    void a_pause_that_a_person_asked_for_stays_when_the_target_is_back() {
        String run = run(1);
        List<ExecutionRequested> out = worker.take(run, WINDOW);
        complete(out.getFirst(), GONE);
        awaitPause(run);

        api.post("/runs/" + run + "/pause", "")
                .body("pause.cause", equalTo("REQUESTED"))
                .body("pause", not(hasKey("nextProbeAt")));
        complete(out.get(1), null);
        Awaitility.await().atMost(PATIENCE).until(() -> recorded(run) == 2);

        api.get("/runs/" + run).body("pause.cause", equalTo("REQUESTED"));
    }

    private String run(int downAfter) {
        return api.post("/runs", Map.of("suiteId", api.suite(200), "targetId", target(downAfter)))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String target(int downAfter) {
        return api.post(
                        "/targets",
                        Map.of(
                                "name",
                                "target " + System.nanoTime(),
                                "url",
                                "http://bot.invalid/chat",
                                "limits",
                                Map.of("maxConcurrency", 1, "downAfter", downAfter)))
                .statusCode(201)
                .body("limits.downAfter", equalTo(downAfter))
                .extract()
                .path("id");
    }

    private void complete(ExecutionRequested request, @Nullable Failure failure) {
        worker.broker().publish(Worker.completed(request, failure));
    }

    private static ExecutionCompleted unanswered(ExecutionRequested request) {
        return new ExecutionCompleted(
                request.executionId(),
                request.attempt(),
                request.runId(),
                request.workspaceId(),
                request.target().id(),
                request.conversation().name(),
                new Transcript(Instant.EPOCH, Duration.ofMillis(81), List.of(), TIMEOUT),
                new Checks(List.of(), List.of(), null));
    }

    /** The one execution that is let through when its time has come. */
    private ExecutionRequested probe(String run) {
        execute(
                "update runs set probe_at = now(), pause = pause::jsonb || jsonb_build_object('at', now() - interval '10 min') where id = $1",
                run);
        List<ExecutionRequested> probes = worker.take(run, WINDOW);
        assertThat(probes).hasSize(1);
        return probes.getFirst();
    }

    private void awaitPause(String run) {
        Awaitility.await().atMost(PATIENCE).until(() -> api.show(run).get("pause") != null);
    }

    private int recorded(String run) {
        return database.preparedQuery("select recorded from runs where id = $1")
                .execute(Tuple.of(UUID.fromString(run)))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getInteger(0);
    }

    private void execute(String statement, String run) {
        var unused = database.preparedQuery(statement)
                .execute(Tuple.of(UUID.fromString(run)))
                .await()
                .atMost(PATIENCE);
    }
}
