package io.parley.worker.http;

import static io.parley.worker.testing.Results.exchange;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.Requests;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubTarget;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class HttpStreamTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    @Inject
    Vertx vertx;

    private final Results results = new Results();

    @AfterEach
    void disconnect() {
        results.close();
    }

    @Test
    void a_stream_of_events_is_one_answer_that_begins_with_its_first_word() {
        try (StubTarget target = StubTarget.answering(vertx, (request, body) -> {
            request.response()
                    .setChunked(true)
                    .putHeader("content-type", "text/event-stream; charset=utf-8")
                    .write(": hello\n\nevent: start\ndata: {\"id\": 7}\n\n");
            vertx.setTimer(60, first -> {
                request.response().write("data: {\"reply\": \"Grü\"}\n\ndata: {\"reply\":\ndata: \"ße\"}\r\n\r\n");
                vertx.setTimer(
                        500, last -> request.response().end("data: {\"intent\": \"greeting\"}\n\ndata: [DONE]\n\n"));
            });
        })) {
            ExecutionCompleted result = results.of(
                    Requests.withReports(Requests.target(target.url()), Map.of("intent", "/intent", "steps", "/id")),
                    LONG,
                    "hi");

            Exchange exchange = exchange(result);
            assertThat(exchange.answer()).isEqualTo("Grüße");
            assertThat(Objects.requireNonNull(
                                    Objects.requireNonNull(exchange.reported()).intent())
                            .name())
                    .isEqualTo("greeting");
            assertThat(exchange.reported().steps()).isEqualTo(7);
            assertThat(exchange.firstByte())
                    .isBetween(Duration.ofMillis(50), exchange.latency().minusMillis(1));
        }
    }
}
