package io.parley.run.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.Checks;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Failure;
import io.parley.contracts.RecordedTarget;
import io.parley.contracts.Reported;
import io.parley.contracts.Transcript;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Play;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
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
class BudgetsTest {

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
    void no_conversation_begins_that_the_tokens_do_not_pay_for() {
        String run = run(10, Map.of("tokens", 110));

        List<ExecutionRequested> first = play.worker().take(run, 10);
        assertThat(first).as("the first tells what one takes").hasSize(1);
        first.forEach(request -> finish(request, 15, 5, null));
        List<ExecutionRequested> next = play.worker().take(run, 10);
        assertThat(next).as("(110 - 20) / 20").hasSize(4);
        next.forEach(request -> finish(request, 20, 0, null));
        play.awaitEnd(run);

        api.get("/runs/" + run)
                .body("status", equalTo("COMPLETED"))
                .body("counts.passed", equalTo(5))
                .body("counts.errored", equalTo(5))
                .body("budget.tokens", equalTo(110))
                .body("spent.tokens", equalTo(100))
                .body("exhausted", equalTo("TOKENS"));
        String execution = api.get("/runs/" + run + "/executions?verdict=ERROR")
                .body("items", hasSize(5))
                .body("items.failure.code", everyItem(equalTo("budget-exhausted")))
                .body(
                        "items[0].failure.reason",
                        equalTo(
                                "The run has spent 100 of its 110 tokens; what is left does not pay for this conversation."))
                .extract()
                .path("items[0].id");
        api.get("/runs/" + run + "/executions/" + execution)
                .body("transcript.failure.code", equalTo("budget-exhausted"))
                .body("transcript.exchanges", hasSize(0));
        assertThat(row("select sum(tokens)::bigint from executions where run_id = $1", run)
                        .getLong(0))
                .isEqualTo(100);
    }

    @Test
    void what_is_out_when_the_money_is_gone_counts_and_so_does_what_it_cost() {
        String run = run(10, Map.of("cost", 1));
        finish(play.worker().take(run, 1).getFirst(), 1, 1, new BigDecimal("0.25"));
        List<ExecutionRequested> out = play.worker().take(run, 10);
        assertThat(out).hasSize(3);

        finish(out.getFirst(), 1, 1, new BigDecimal("0.90"));
        Awaitility.await().atMost(PATIENCE).until(() -> api.show(run).getInt("counts.errored") == 6);
        out.subList(1, 3).forEach(request -> finish(request, 1, 1, new BigDecimal("0.10")));
        play.awaitEnd(run);

        api.get("/runs/" + run)
                .body("counts.passed", equalTo(4))
                .body("counts.errored", equalTo(6))
                .body("spent.cost", equalTo(1.35f))
                .body("exhausted", equalTo("COST"));
    }

    @Test
    void money_for_less_than_a_conversation_lets_none_go() {
        String run = run(3, Map.of("cost", 1.6));

        finish(play.worker().take(run, 3).getFirst(), 1, 1, BigDecimal.ONE);
        play.awaitEnd(run);

        api.get("/runs/" + run)
                .body("counts.passed", equalTo(1))
                .body("counts.errored", equalTo(2))
                .body("exhausted", equalTo("COST"));
    }

    @Test
    void a_conversation_that_breaks_off_does_not_tell_what_one_takes() {
        String run = run(10, Map.of("tokens", 110));
        breakOff(play.worker().take(run, 10));

        List<ExecutionRequested> second = play.worker().take(run, 10);
        assertThat(second).as("none was held yet").hasSize(1);
        breakOff(second);
        List<ExecutionRequested> third = play.worker().take(run, 10);
        assertThat(third).hasSize(1);
        finish(third.getFirst(), 20, 5, null);

        assertThat(play.worker().take(run, 10)).as("(110 - 25) / 25").hasSize(3);
    }

    @Test
    void a_count_beyond_all_counts_ends_the_run() {
        String run = run(3, Map.of("tokens", 1_000_000_000_000L));

        finish(play.worker().take(run, 3).getFirst(), Long.MAX_VALUE, Long.MAX_VALUE, null);
        play.awaitEnd(run);

        api.get("/runs/" + run)
                .body("spent.tokens", equalTo(1_000_000_000_000L))
                .body("exhausted", equalTo("TOKENS"));
    }

    @Test
    void many_conversations_that_take_next_to_nothing_leave_room_for_any_number() {
        String run = run(10, Map.of("tokens", 1_000_000_000_000L));
        assertThat(play.worker().take(run, 10)).hasSize(1);

        execute("update runs set held = 2147483647, tokens = 1 where id = $1", run);

        assertThat(play.worker().take(run, 10)).hasSize(9);
    }

    @Test
    void what_a_run_took_stops_at_the_largest_number() {
        String run = run(2, Map.of("time", "PT10M"));
        List<ExecutionRequested> out = play.worker().take(run, 2);
        execute("update runs set tokens = 9223372036854775806 where id = $1", run);

        out.forEach(request -> finish(request, 15, 5, null));
        play.awaitEnd(run);

        api.get("/runs/" + run).body("spent.tokens", equalTo(Long.MAX_VALUE));
    }

    @Test
    void a_run_whose_time_is_over_ends_with_what_is_out() {
        String run = api.post(
                        "/runs",
                        Map.of(
                                "suiteId", api.suite(100),
                                "targetId", api.target(1),
                                "budget", Map.of("time", "PT10M")))
                .statusCode(201)
                .body("budget.time", equalTo("PT10M"))
                .extract()
                .path("id");
        List<ExecutionRequested> out = play.worker().take(run, 64);

        execute("update runs set created_at = now() - interval '10 min' where id = $1", run);
        Awaitility.await().atMost(PATIENCE).until(() -> api.show(run).getInt("counts.errored") == 36);
        out.forEach(request -> finish(request, 0, 0, null));
        play.awaitEnd(run);

        api.get("/runs/" + run)
                .body("status", equalTo("COMPLETED"))
                .body("counts.passed", equalTo(64))
                .body("exhausted", equalTo("TIME"));
    }

    @Test
    void a_paused_run_ends_when_its_time_is_over() {
        String run = run(100, Map.of("time", "PT10M"));
        List<ExecutionRequested> out = play.worker().take(run, 64);
        api.post("/runs/" + run + "/pause", "").statusCode(200);
        out.forEach(request -> finish(request, 0, 0, null));

        execute("update runs set created_at = now() - interval '10 min' where id = $1", run);
        play.awaitEnd(run);

        api.get("/runs/" + run).body("status", equalTo("COMPLETED")).body("$", not(hasKey("pause")));
    }

    @Test
    void a_target_that_tells_nothing_is_not_held_back() {
        String run = run(10, Map.of("tokens", 10, "cost", 0.1));
        ExecutionRequested first = play.worker().take(run, 1).getFirst();
        play.worker().complete(first);
        play.worker().validate(first, Verdict.PASS);

        assertThat(play.worker().take(run, 9)).hasSize(9);
    }

    @Test
    void judging_again_takes_nothing_of_the_budget() {
        String run = run(1, Map.of("time", "PT10M", "tokens", 10));
        ExecutionRequested only = play.worker().take(run, 1).getFirst();
        play.worker().broker().publish(completed(only, 50, 50, null));
        play.worker().validate(only, Verdict.ERROR);
        play.awaitEnd(run);
        execute("update runs set created_at = now() - interval '10 min' where id = $1", run);

        api.post("/runs/" + run + "/rejudge", "").statusCode(200);
        ExecutionRequested again = play.worker().take(run, 1).getFirst();
        assertThat(again.target()).isInstanceOf(RecordedTarget.class);
        ExecutionCompleted heldBefore = completed(again, 50, 50, null);
        play.worker()
                .broker()
                .publish(new ExecutionCompleted(
                        heldBefore.executionId(),
                        heldBefore.attempt(),
                        heldBefore.runId(),
                        heldBefore.workspaceId(),
                        heldBefore.targetId(),
                        heldBefore.caseName(),
                        heldBefore.transcript(),
                        heldBefore.checks(),
                        true,
                        null));
        play.worker().validate(again, Verdict.PASS);
        play.awaitEnd(run);

        api.get("/runs/" + run).body("counts.passed", equalTo(1)).body("spent.tokens", equalTo(100));
    }

    @Test
    void a_budget_is_above_nothing() {
        api.post("/runs", Map.of("suiteId", api.suite(1), "budget", Map.of("time", "PT0S", "tokens", 0, "cost", -1)))
                .statusCode(422)
                .body("errors.field", containsInAnyOrder("/budget/time", "/budget/tokens", "/budget/cost"));
    }

    @Test
    void an_idempotency_key_stands_for_one_budget() {
        Map<String, Object> request =
                Map.of("suiteId", api.suite(1), "targetId", api.target(1), "budget", budget("PT1M0.0001S", "1e3"));
        String key = UUID.randomUUID().toString();

        startWith(key, request, 201);
        startWith(key, request, 200);
        startWith(
                key,
                Map.of(
                        "suiteId", request.get("suiteId"),
                        "targetId", request.get("targetId"),
                        "budget", budget("PT60S", "1000.00")),
                200);
        startWith(key, Map.of("suiteId", request.get("suiteId"), "targetId", request.get("targetId")), 409);
    }

    private static Map<String, Object> budget(String time, String cost) {
        return Map.of("time", time, "cost", new BigDecimal(cost));
    }

    private void breakOff(List<ExecutionRequested> requests) {
        requests.forEach(request ->
                play.worker().broker().publish(Worker.completed(request, new Failure("turn-timeout", "too slow"))));
        requests.forEach(request -> play.worker().validate(request, Verdict.ERROR));
    }

    private void startWith(String key, Map<String, Object> request, int status) {
        api.request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request)
                .post("/api/v1/runs")
                .then()
                .statusCode(status);
    }

    private String run(int cases, Map<String, Object> budget) {
        return api.post("/runs", Map.of("suiteId", api.suite(cases), "targetId", api.target(1), "budget", budget))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void finish(ExecutionRequested request, long input, long output, @Nullable BigDecimal cost) {
        play.worker().broker().publish(completed(request, input, output, cost));
        play.worker().validate(request, Verdict.PASS);
    }

    private static ExecutionCompleted completed(
            ExecutionRequested request, long input, long output, @Nullable BigDecimal cost) {
        Reported reported =
                new Reported(null, null, null, null, null, new Reported.Usage(input, output), cost, null, null);
        Exchange exchange = new Exchange("hi", "ho", 200, Duration.ofMillis(8), 1, null, reported, null);
        return new ExecutionCompleted(
                request.executionId(),
                request.attempt(),
                request.runId(),
                request.workspaceId(),
                request.target().id(),
                request.conversation().name(),
                new Transcript(Instant.EPOCH, Duration.ofMillis(8), List.of(exchange), null),
                new Checks(List.of(), List.of(), null));
    }

    private Row row(String query, String run) {
        return database.preparedQuery(query)
                .execute(Tuple.of(UUID.fromString(run)))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();
    }

    private void execute(String statement, String run) {
        var unused = database.preparedQuery(statement)
                .execute(Tuple.of(UUID.fromString(run)))
                .await()
                .atMost(PATIENCE);
    }
}
