package io.parley.run.rescoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.Counts;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Failure;
import io.parley.contracts.RecordedTarget;
import io.parley.contracts.RunCompleted;
import io.parley.contracts.RunId;
import io.parley.contracts.Verdict;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Play;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class RejudgeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Api api = Api.ofNewWorkspace();
    private final Play play = new Play(api);

    @Inject
    Pool database;

    @AfterEach
    void close() {
        play.close();
    }

    @Test
    void errors_whose_conversation_was_held_are_judged_again_and_everything_is_counted_once() {
        String completions = play.worker().broker().listen(RunCompleted.class);
        String run = runOfOneEach();

        rejudge(run)
                .statusCode(200)
                .body("status", equalTo("RUNNING"))
                .body("counts.total", equalTo(4))
                .body("counts.passed", equalTo(1))
                .body("counts.failed", equalTo(1))
                .body("counts.errored", equalTo(1))
                .body("$", not(hasKey("completedAt")));
        List<ExecutionRequested> again = play.worker().take(run, 4);
        assertThat(again).singleElement().satisfies(request -> {
            assertThat(request.attempt()).isEqualTo(2);
            assertThat(request.target())
                    .isInstanceOfSatisfying(
                            RecordedTarget.class,
                            target -> assertThat(target.transcript())
                                    .isEqualTo(Worker.completed(request, null).transcript()));
        });
        for (int delivery = 1; delivery <= 2; delivery++) {
            play.worker().complete(again.getFirst());
            play.worker().validate(again.getFirst(), Verdict.PASS);
        }
        play.awaitEnd(run);

        api.get("/runs/" + run)
                .body("status", equalTo("COMPLETED"))
                .body("counts.passed", equalTo(2))
                .body("counts.failed", equalTo(1))
                .body("counts.errored", equalTo(1));
        assertThat(verdicts(run)).containsExactlyInAnyOrder("PASS", "PASS", "FAIL", "ERROR");
        api.get("/runs/" + run + "/executions/" + again.getFirst().executionId())
                .body("attempt", equalTo(2))
                .body("verdict", equalTo("PASS"))
                .body("transcript.exchanges", hasSize(1))
                .body("results[0].verdict", equalTo("PASS"));
        assertThat(completions(completions, run))
                .containsExactly(new Counts(4, 1, 1, 2, 0, 0), new Counts(4, 2, 1, 1, 0, 0));
    }

    @Test
    void a_result_of_the_first_judging_that_comes_late_is_void() {
        String run = api.run(1, 1);
        ExecutionRequested first = play.worker().take(run, 1).getFirst();
        play.worker().complete(first);
        play.worker().validate(first, Verdict.ERROR);
        play.awaitEnd(run);

        rejudge(run).statusCode(200);
        ExecutionRequested second = play.worker().take(run, 1).getFirst();
        play.worker().validate(first, Verdict.FAIL);
        play.worker().complete(first);
        play.worker().complete(second);
        play.worker().validate(second, Verdict.PASS);
        play.awaitEnd(run);

        assertThat(verdicts(run)).containsExactly("PASS");
        assertThat(api.show(run).getInt("counts.passed")).isEqualTo(1);
        assertThat(api.show(run).getInt("counts.failed")).isZero();
    }

    @Test
    void a_recording_that_cannot_be_given_back_is_kept_and_can_be_judged_later() {
        String run = api.run(1, 1);
        ExecutionRequested first = play.worker().take(run, 1).getFirst();
        play.worker().complete(first);
        play.worker().validate(first, Verdict.ERROR);
        play.awaitEnd(run);

        rejudge(run).statusCode(200);
        ExecutionRequested second = play.worker().take(run, 1).getFirst();
        play.worker()
                .broker()
                .publish(Worker.completed(second, new Failure("recording-incomplete", "turn 1: not there")));
        play.worker().validate(second, Verdict.ERROR);
        play.awaitEnd(run);

        api.get("/runs/" + run + "/executions/" + first.executionId())
                .body("failure.code", equalTo("recording-incomplete"))
                .body("transcript.exchanges", hasSize(1))
                .body("transcript", not(hasKey("failure")));
        rejudge(run).statusCode(200);
        ExecutionRequested third = play.worker().take(run, 1).getFirst();
        assertThat(third.attempt()).isEqualTo(3);
        assertThat(((RecordedTarget) third.target()).transcript()).isNotNull();
    }

    @Test
    void two_people_who_ask_at_once_have_it_done_once() throws Exception {
        String run = runOfOneEach();
        Callable<Integer> ask = () -> rejudge(run).extract().statusCode();

        List<Integer> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            answers = threads.invokeAll(IntStream.range(0, 4).mapToObj(n -> ask).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        play.finish(run, request -> Verdict.FAIL);
        api.get("/runs/" + run).body("counts.failed", equalTo(2)).body("counts.errored", equalTo(1));
    }

    @Test
    void a_run_that_is_judged_again_can_be_cancelled() {
        String run = runOfOneEach();
        rejudge(run).statusCode(200);

        api.post("/runs/" + run + "/cancel", "")
                .statusCode(200)
                .body("counts.cancelled", equalTo(1))
                .body("counts.errored", equalTo(1))
                .body("counts.passed", equalTo(1));
        rejudge(run).statusCode(409).body("code", equalTo("run-cancelled"));
    }

    @Test
    void what_cannot_be_judged_again_is_refused() {
        String passed = play.run(api.suite(1), request -> Verdict.PASS);
        String running = api.run(1, 1);
        Api strangers = Api.ofNewWorkspace();

        rejudge(passed).statusCode(409).body("code", equalTo("nothing-to-judge"));
        api.get("/runs/" + passed).body("status", equalTo("COMPLETED"));
        rejudge(running).statusCode(409).body("code", equalTo("run-not-over"));
        rejudge(UUID.randomUUID().toString()).statusCode(404).body("code", equalTo("run-not-found"));
        strangers.post("/runs/" + passed + "/rejudge", "").statusCode(404);
        Api.as(api.workspace(), Access.VIEWER)
                .post("/runs/" + passed + "/rejudge", "")
                .statusCode(403);
    }

    /** Passed, failed, not judged although held, and broken off. */
    private String runOfOneEach() {
        String run = api.run(4, 1);
        List<ExecutionRequested> requests = play.worker().take(run, 4);
        List<Verdict> verdicts = List.of(Verdict.PASS, Verdict.FAIL, Verdict.ERROR, Verdict.ERROR);
        for (int number = 0; number < 4; number++) {
            Failure failure = number < 3 ? null : new Failure("target-unreachable", "turn 1: nobody there");
            play.worker().broker().publish(Worker.completed(requests.get(number), failure));
            play.worker().validate(requests.get(number), verdicts.get(number));
        }
        play.awaitEnd(run);
        return run;
    }

    private ValidatableResponse rejudge(String run) {
        return api.post("/runs/" + run + "/rejudge", "");
    }

    private List<String> verdicts(String run) {
        List<String> verdicts = new ArrayList<>();
        for (Row row : database.preparedQuery("select verdict from executions where run_id = $1")
                .execute(Tuple.of(UUID.fromString(run)))
                .await()
                .atMost(PATIENCE)) {
            verdicts.add(row.getString(0));
        }
        return verdicts;
    }

    private List<Counts> completions(String queue, String run) {
        List<Counts> found = new ArrayList<>();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            play.worker().broker().takeAll(queue, RunCompleted.class).stream()
                    .filter(event -> event.runId().equals(RunId.fromString(run)))
                    .map(RunCompleted::counts)
                    .forEach(found::add);
            return found.size() >= 2;
        });
        return found;
    }
}
