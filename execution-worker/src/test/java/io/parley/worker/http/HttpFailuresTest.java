package io.parley.worker.http;

import static io.parley.worker.testing.Results.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.Failure;
import io.parley.contracts.HttpTarget;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.Requests;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubTarget;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class HttpFailuresTest {

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
    void an_answer_that_is_no_json_is_reported() {
        assertThat(failure(asked(request -> request.response().end("<html>hi</html>"))))
                .isEqualTo(
                        new Failure(
                                "answer-not-json",
                                "turn 1: the answer is no JSON, but a value in it is looked for; it begins with: <html>hi</html>"));
        assertThat(failure(asked(request -> request.response().end("{\"reply\": 1} trailing")))
                        .code())
                .isEqualTo("answer-not-json");
        assertThat(failure(asked(request -> request.response().end())).reason()).endsWith("looked for (it is empty)");
    }

    @Test
    void an_answer_without_what_the_pointer_points_at_is_reported() {
        Failure missing = failure(asked(request -> StubTarget.json(request, "{\"other\": 1}")));
        Failure isNull = failure(asked(request -> StubTarget.json(request, "{\"reply\": null}")));

        assertThat(missing.code()).isEqualTo("answer-missing");
        assertThat(missing.reason())
                .isEqualTo(
                        "turn 1: the answer has nothing at /reply; correct the target's answer pointer; it begins with: {\"other\": 1}");
        assertThat(isNull.code()).isEqualTo("answer-missing");
    }

    @Test
    void an_answer_of_20_mib_is_not_read() {
        Buffer megabyte = Buffer.buffer("x".repeat(1 << 20));

        Failure failure = failure(asked(request -> {
            HttpServerResponse response = request.response().setChunked(true);
            for (int part = 0; part < 20; part++) {
                var unused = response.write(megabyte);
            }
            response.end();
        }));

        assertThat(failure.code()).isEqualTo("answer-too-large");
        assertThat(failure.reason()).contains("longer than 1,048,576 bytes; no more than that is read");
    }

    @Test
    void an_answer_that_does_not_end_is_broken_off_by_its_size() {
        AtomicInteger written = new AtomicInteger();

        Failure failure =
                failure(asked(request -> writeForever(request.response().setChunked(true), written)));

        assertThat(failure.code()).isEqualTo("answer-too-large");
    }

    @Test
    void an_answer_that_drips_is_broken_off_by_its_time() {
        ExecutionCompleted result = asked(SHORT, request -> {
            HttpServerResponse response = request.response().setChunked(true);
            long timer = vertx.setPeriodic(50, tick -> response.write("x"));
            response.exceptionHandler(closed -> vertx.cancelTimer(timer));
            response.closeHandler(closed -> vertx.cancelTimer(timer));
        });

        assertThat(failure(result).code()).isEqualTo("turn-timeout");
        assertThat(failure(result).reason())
                .endsWith("gave no complete answer within 0.6 s; answer faster or raise the case's timeout");
        assertThat(result.transcript().duration()).isBetween(SHORT, Duration.ofSeconds(5));
    }

    @Test
    void a_target_that_never_answers_is_given_up_after_the_turns_time() {
        Failure failure = failure(asked(SHORT, request -> {}));

        assertThat(failure.code()).isEqualTo("turn-timeout");
    }

    @Test
    void a_host_that_resolves_nowhere_is_reported() {
        Failure failure = failure(results.of(Requests.target("http://nowhere.invalid/chat"), LONG, "x"));

        assertThat(failure.code()).isEqualTo("target-unresolved");
        assertThat(failure.reason())
                .isEqualTo(
                        "turn 1: the host 'nowhere.invalid' resolves to no address; correct the target's URL or the host's DNS entry");
    }

    @Test
    void a_metadata_address_is_never_asked() {
        Failure failure = failure(results.of(Requests.target("http://169.254.169.254/latest/meta-data"), LONG, "x"));

        assertThat(failure.code()).isEqualTo("target-address-refused");
    }

    @Test
    void a_target_that_does_not_speak_http_is_reported() {
        var server = vertx.createNetServer().connectHandler(socket -> {
            var unused = socket.write("SSH-2.0-OpenSSH_9.2\r\n\r\n");
        });
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();

        Failure failure = failure(results.of(Requests.target("http://127.0.0.1:" + server.actualPort()), LONG, "x"));

        assertThat(failure.code()).isEqualTo("answer-not-http");
        var unused = server.close();
    }

    @Test
    void a_plain_target_asked_over_tls_is_reported() {
        try (StubTarget target = StubTarget.answering(vertx, REPLY)) {
            Failure failure = failure(results.of(Requests.target("https://127.0.0.1:" + target.port()), LONG, "x"));

            assertThat(failure.code()).isEqualTo("target-tls-failed");
        }
    }

    @Test
    void a_header_cannot_smuggle_others_in() {
        try (StubTarget target = StubTarget.answering(vertx, REPLY)) {
            HttpTarget broken =
                    Requests.withHeaders(Requests.target(target.url()), Map.of("X-Message", "{{ message }}"), Map.of());
            HttpTarget framing = Requests.withHeaders(
                    Requests.target(target.url()), Map.of("Transfer-Encoding", "chunked"), Map.of());

            assertThat(failure(results.of(broken, LONG, "a\r\nX-Evil: 1")).code())
                    .isEqualTo("target-header-invalid");
            assertThat(failure(results.of(framing, LONG, "a")).reason())
                    .isEqualTo(
                            "turn 1: the target's header 'Transfer-Encoding' cannot be sent: the worker sets it itself; remove it from the target");
            assertThat(target.received()).isEmpty();
        }
    }

    private ExecutionCompleted asked(Consumer<HttpServerRequest> behaviour) {
        return asked(LONG, behaviour);
    }

    private ExecutionCompleted asked(Duration timeout, Consumer<HttpServerRequest> behaviour) {
        return results.ofOneTurn(vertx, timeout, behaviour);
    }

    private static void writeForever(HttpServerResponse response, AtomicInteger written) {
        Buffer part = Buffer.buffer("x".repeat(10_000));
        response.write(part).onSuccess(done -> {
            written.incrementAndGet();
            writeForever(response, written);
        });
    }
}
