package io.parley.worker.executions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Evidence;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.Limits;
import io.parley.contracts.Queues;
import io.parley.contracts.RunCancelled;
import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import io.parley.platform.json.WireFormat;
import io.parley.platform.secrets.Sealer;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.Requests;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubTarget;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class ExecutionsTest {

    private static final String REPLY = "{\"reply\": \"hello\"}";

    @Inject
    Vertx vertx;

    @Inject
    Sealer sealer;

    @Inject
    MeterRegistry metrics;

    @Inject
    RedisDataSource redis;

    private final Results results = new Results();

    @AfterEach
    void disconnect() {
        results.close();
    }

    @Test
    void the_result_carries_what_tells_whose_it_is() {
        try (StubTarget target = StubTarget.answering(vertx, REPLY)) {
            ExecutionRequested request = Requests.evidence(Requests.target(target.url()), Requests.saying("hi"));

            ExecutionCompleted result = results.of(request);

            assertThat(result)
                    .usingRecursiveComparison()
                    .ignoringFields("transcript", "checks")
                    .isEqualTo(new ExecutionCompleted(
                            request.executionId(),
                            request.attempt(),
                            request.runId(),
                            request.workspaceId(),
                            request.target().id(),
                            request.conversation().name(),
                            result.transcript(),
                            result.checks(),
                            false,
                            request.repeat(),
                            new Evidence("bot@main", List.of("weather.forecast"))));
            assertThat(result.transcript().startedAt()).isBetween(Instant.now().minusSeconds(30), Instant.now());
        }
    }

    @Test
    void a_request_delivered_again_while_it_is_worked_on_does_not_reach_the_target_twice() {
        try (StubTarget target = StubTarget.answering(
                vertx, (request, body) -> vertx.setTimer(500, fired -> StubTarget.json(request, REPLY)))) {
            ExecutionRequested request = Requests.request(Requests.target(target.url()), Requests.saying("hi"));

            results.broker().publish(request);
            results.of(request);
            awaitNothingUnderWay();

            assertThat(target.received()).hasSize(1);
            assertThat(results.all(request.executionId())).hasSize(1);
        }
    }

    @Test
    void all_requests_of_a_crowd_are_answered_within_the_targets_limit() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger mostInside = new AtomicInteger();
        try (StubTarget stub = StubTarget.answering(vertx, (request, body) -> {
            mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
            vertx.setTimer(20, fired -> {
                inside.decrementAndGet();
                StubTarget.json(request, REPLY);
            });
        })) {
            HttpTarget target = Requests.target(stub.url(), new Limits(3, null));
            List<ExecutionRequested> requests = IntStream.range(0, 100)
                    .mapToObj(number -> Requests.request(target, Requests.saying("hi", "and?")))
                    .toList();

            requests.forEach(results.broker()::publish);

            requests.forEach(request -> assertThat(
                            results.await(request.executionId()).transcript().exchanges())
                    .hasSize(2));
            assertThat(mostInside).hasValue(3);
            assertThat(stub.received()).hasSize(200);
        }
    }

    @Test
    void requests_of_a_cancelled_run_are_dropped_without_asking_the_target() {
        RunId run = new RunId(Ids.next());
        double before = dropped();
        try (StubTarget target = StubTarget.answering(vertx, REPLY)) {
            ExecutionRequested request = Requests.request(run, Requests.target(target.url()), Requests.saying("hi"));
            cancel(run);
            Awaitility.await().until(() -> redis.key().exists("parley:cancelled:" + run));

            results.broker().publish(request);

            Awaitility.await().until(() -> dropped() == before + 1);
            assertThat(target.received()).isEmpty();
            assertThat(results.all(request.executionId())).isEmpty();
            assertThat(results.broker().deadLetters(Queues.WORK_EXECUTIONS)).isZero();
        }
    }

    @Test
    void a_conversation_ends_between_its_turns_when_its_run_is_cancelled() {
        RunId run = new RunId(Ids.next());
        double before = dropped();
        try (StubTarget target = StubTarget.answering(vertx, (request, body) -> {
            cancel(run);
            vertx.setTimer(2_500, fired -> StubTarget.json(request, REPLY));
        })) {
            ExecutionRequested request = Requests.request(
                    run, Requests.target(target.url()), Requests.saying(Duration.ofSeconds(10), "one", "two"));

            results.broker().publish(request);

            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> dropped() == before + 1);
            assertThat(target.received()).hasSize(1);
            assertThat(results.all(request.executionId())).isEmpty();
        }
    }

    @Test
    void secrets_reach_the_target_and_nobody_else() throws JsonProcessingException {
        String secret = "s3cr3t/\"with\" ünusual letters";
        try (StubTarget echo = StubTarget.answering(vertx, (request, body) -> {
            String auth = request.getHeader("X-Api-Key");
            request.response().setStatusCode(body.toString().contains("fail") ? 401 : 200);
            StubTarget.json(
                    request,
                    new JsonObject()
                            .put("reply", "your key is " + auth)
                            .put("nested", new JsonObject().put("key", auth))
                            .encode());
        })) {
            HttpTarget target = Requests.withHeaders(
                    Requests.target(echo.url() + "/?key={{ secrets.key }}"),
                    Map.of("X-Api-Key", "{{ secrets.key | replace('ü', 'u') }}"),
                    Map.of("key", sealer.seal(secret.replace('ü', 'u'))));

            ExecutionCompleted answered = results.of(Requests.request(target, Requests.saying("hi {{ secrets.key }}")));
            ExecutionCompleted failed = results.of(Requests.request(target, Requests.saying("fail")));

            assertThat(echo.received().getFirst().headers()).containsEntry("x-api-key", secret.replace('ü', 'u'));
            assertThat(echo.received().getFirst().body()).isEqualTo("{\"text\": \"hi \"}");
            assertThat(answered.transcript().exchanges().getFirst().answer()).isEqualTo("your key is ***");
            assertThat(Results.failure(failed).reason()).contains("status 401").contains("your key is ***");
            for (ExecutionCompleted result : List.of(answered, failed)) {
                assertThat(WireFormat.mapper().writeValueAsString(result)).doesNotContain("s3cr3t");
            }
        }
    }

    @Test
    void a_secret_sealed_under_another_key_is_reported() {
        HttpTarget target = Requests.withHeaders(
                Requests.target("http://127.0.0.1:9/"),
                Map.of("X-Api-Key", "{{ secrets.key }}"),
                Map.of("key", "00000000.AAAA"));

        ExecutionCompleted result = results.of(Requests.request(target, Requests.saying("hi")));

        assertThat(Results.failure(result).code()).isEqualTo("secret-unreadable");
        assertThat(Results.failure(result).reason())
                .isEqualTo(
                        "turn 1: the target's secret 'key' cannot be opened with this platform's master key; store it anew");
    }

    private void cancel(RunId run) {
        results.broker().publish(new RunCancelled(run, new WorkspaceId(Ids.next()), Instant.now()));
    }

    private double dropped() {
        return metrics.counter("parley.conversations", "outcome", "cancelled").count();
    }

    private void awaitNothingUnderWay() {
        Awaitility.await()
                .during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(10))
                .until(() -> metrics.get("parley.slots.in.use").gauge().value() == 0
                        && results.broker().waiting(Queues.WORK_EXECUTIONS) == 0);
    }
}
