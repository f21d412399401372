package io.parley.worker.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.Limits;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.Requests;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubTarget;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class HttpFeedbackTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TOKENS = 20;

    @Inject
    Vertx vertx;

    @Inject
    ReactiveRedisDataSource redis;

    private final Results results = new Results();

    @AfterEach
    void disconnect() {
        results.close();
    }

    @Test
    void a_target_that_fails_gets_less_of_all_workers() {
        try (StubTarget stub = StubTarget.answering(
                vertx, (request, body) -> request.response().setStatusCode(500).end())) {
            HttpTarget target = Requests.target(stub.url(), new Limits(10, null));

            List<ExecutionRequested> requests = requests(target, 40);
            requests.forEach(request -> results.of(request));

            Awaitility.await().atMost(PATIENCE).until(() -> level(target) < 1);
        }
    }

    @Test
    void a_target_that_gives_no_answer_in_time_gets_less_of_all_workers() {
        try (StubTarget stub = StubTarget.answering(vertx, (request, body) -> {})) {
            HttpTarget target = Requests.target(stub.url(), new Limits(10, null));

            Stream.generate(() -> Requests.request(target, Requests.saying(Duration.ofMillis(20), "x")))
                    .limit(40)
                    .forEach(results::of);

            Awaitility.await().atMost(PATIENCE).until(() -> level(target) < 1);
        }
    }

    @Test
    void a_target_that_answers_keeps_all_it_takes() {
        try (StubTarget stub = StubTarget.answering(vertx, "{\"reply\": \"hello\"}")) {
            HttpTarget target = Requests.target(stub.url(), new Limits(10, null));

            requests(target, 40).forEach(request -> results.of(request));

            assertThat(level(target)).isEqualTo(1);
        }
    }

    @Test
    void tokens_of_a_minute_are_kept_to() {
        String answer = "{\"reply\": \"hello\", \"usage\": {\"in\": 15, \"out\": 5}}";
        try (StubTarget stub = StubTarget.answering(vertx, answer)) {
            HttpTarget target = Requests.withReports(
                    Requests.target(stub.url(), new Limits(1, null, null, 60L * 100, null)),
                    Map.of("input-tokens", "/usage/in", "output-tokens", "/usage/out"));
            long since = System.nanoTime();

            requests(target, 6).forEach(request -> results.of(request));

            Duration least = Duration.ofMillis(1_000L * 5 * TOKENS / 100);
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isGreaterThanOrEqualTo(least);
        }
    }

    private static List<ExecutionRequested> requests(HttpTarget target, int number) {
        return Stream.generate(() -> Requests.request(target, Requests.saying("x")))
                .limit(number)
                .toList();
    }

    /** The share of the target's limit that is used at present. */
    private double level(HttpTarget target) {
        String tuning = redis.hash(String.class)
                .hget("parley:grants:" + target.id(), "#")
                .await()
                .atMost(PATIENCE);
        return tuning == null ? 1 : new JsonObject(tuning).getDouble("level");
    }
}
