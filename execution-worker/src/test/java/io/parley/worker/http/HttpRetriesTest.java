package io.parley.worker.http;

import static io.parley.worker.testing.Results.exchange;
import static io.parley.worker.testing.Results.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.Failure;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.Requests;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubTarget;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class HttpRetriesTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(600);
    private static final String REPLY = "{\"reply\": \"hello\"}";

    @Inject
    Vertx vertx;

    private final Results results = new Results();

    @AfterEach
    void disconnect() {
        results.close();
    }

    @Test
    void a_target_that_is_not_there_is_tried_again_and_then_reported() {
        int port = unusedPort();

        Failure failure = failure(results.of(Requests.target("http://127.0.0.1:" + port + "/chat?key=1"), LONG, "x"));

        assertThat(failure.code()).isEqualTo("target-unreachable");
        assertThat(failure.reason())
                .startsWith("turn 1: no connection to POST http://127.0.0.1:%d/chat: ".formatted(port))
                .contains("Connection refused")
                .endsWith("; is the target running at this address?");
    }

    @Test
    void a_target_that_comes_up_meanwhile_answers() {
        int port = unusedPort();
        vertx.setTimer(
                500,
                fired -> vertx.executeBlocking(
                        () -> StubTarget.start(vertx, port, (request, body) -> StubTarget.json(request, REPLY))));

        Exchange exchange = exchange(results.of(Requests.target("http://127.0.0.1:" + port), LONG, "x"));

        assertThat(exchange.answer()).isEqualTo("hello");
        assertThat(exchange.tries()).isGreaterThan(1);
        assertThat(exchange.latency()).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void a_connection_that_is_closed_without_an_answer_is_tried_again() {
        AtomicInteger requests = new AtomicInteger();

        Exchange exchange = exchange(asked(request -> {
            if (requests.incrementAndGet() < 3) {
                request.connection().close();
            } else {
                StubTarget.json(request, REPLY);
            }
        }));

        assertThat(exchange.tries()).isEqualTo(3);
    }

    @Test
    void a_busy_target_is_asked_again_after_the_time_it_wishes() {
        AtomicInteger requests = new AtomicInteger();

        ExecutionCompleted result = asked(request -> {
            if (requests.incrementAndGet() == 1) {
                request.response()
                        .putHeader("Retry-After", "1")
                        .setStatusCode(429)
                        .end();
            } else {
                StubTarget.json(request, REPLY);
            }
        });

        assertThat(exchange(result).tries()).isEqualTo(2);
        assertThat(result.transcript().duration()).isGreaterThan(Duration.ofSeconds(1));
        assertThat(exchange(result).latency()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void a_target_that_wants_to_be_left_alone_for_longer_than_the_case_lasts_is_reported_at_once() {
        AtomicInteger requests = new AtomicInteger();

        ExecutionCompleted result = asked(request -> {
            requests.incrementAndGet();
            request.response()
                    .putHeader("Retry-After", "3600")
                    .setStatusCode(503)
                    .end("come back later");
        });

        assertThat(failure(result).code()).isEqualTo("target-status");
        assertThat(failure(result).reason()).contains("status 503").contains("come back later");
        assertThat(requests).hasValue(1);
        assertThat(result.transcript().duration()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_target_that_stays_busy_is_reported_after_five_tries() {
        AtomicInteger requests = new AtomicInteger();

        Failure failure = failure(asked(request -> {
            requests.incrementAndGet();
            request.response().setStatusCode(429).end();
        }));

        assertThat(failure.code()).isEqualTo("target-status");
        assertThat(requests).hasValue(5);
    }

    @Test
    void other_statuses_are_reported_at_once_and_redirects_are_not_followed() {
        AtomicInteger requests = new AtomicInteger();

        Failure error = failure(asked(request -> {
            requests.incrementAndGet();
            request.response().setStatusCode(500).end("boom\n at line 1");
        }));
        Failure redirect = failure(asked(request -> request.response()
                .setStatusCode(302)
                .putHeader("Location", "http://169.254.169.254/")
                .end()));

        assertThat(error.code()).isEqualTo("target-status");
        assertThat(error.reason()).endsWith("the target itself failed; it begins with: boom at line 1");
        assertThat(requests).hasValue(1);
        assertThat(redirect.reason())
                .contains("status 302 instead of 2xx; redirects are not followed; register the address it leads to");
    }

    @Test
    void tries_together_take_no_longer_than_the_case() {
        Failure failure = failure(asked(
                SHORT,
                request -> vertx.setTimer(300, fired -> request.connection().close())));

        assertThat(failure.code()).isIn("case-timeout", "target-unreachable");
    }

    private ExecutionCompleted asked(Consumer<HttpServerRequest> behaviour) {
        return asked(LONG, behaviour);
    }

    private ExecutionCompleted asked(Duration timeout, Consumer<HttpServerRequest> behaviour) {
        return results.ofOneTurn(vertx, timeout, behaviour);
    }

    private int unusedPort() {
        try (StubTarget target = StubTarget.answering(vertx, REPLY)) {
            return target.port();
        }
    }
}
