package io.parley.worker.http;

import static io.parley.worker.testing.Results.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Exchange;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class HttpDialogueTest {

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
    void the_message_is_sent_as_a_json_string_and_the_answer_is_read_at_the_pointer() {
        try (StubTarget target = StubTarget.answering(vertx, "{\"reply\": {\"text\": \"hi \\\"you\\\"\"}}")) {
            ExecutionCompleted result = ask(
                    Requests.withAnswer(Requests.target(target.url() + "/chat"), "/reply/text"),
                    LONG,
                    "say \"hi\"\nplease");

            assertThat(exchange(result).answer()).isEqualTo("hi \"you\"");
            assertThat(exchange(result).latency()).isPositive().isLessThan(LONG);
            StubTarget.Received received = target.received().getFirst();
            assertThat(received.method()).isEqualTo("POST");
            assertThat(received.uri()).isEqualTo("/chat");
            assertThat(received.body()).isEqualTo("{\"text\": \"say \\\"hi\\\"\\nplease\"}");
            assertThat(received.headers())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("host", "127.0.0.1:" + target.port())
                    .doesNotContainKey("traceparent");
        }
    }

    @Test
    void an_answer_that_is_no_text_is_taken_as_json_and_without_a_pointer_the_whole_body_is_the_answer() {
        try (StubTarget target = StubTarget.answering(vertx, "{\"reply\": {\"n\": 1}}")) {
            HttpTarget whole = new HttpTarget(
                    Requests.target(target.url()).id(),
                    "whole",
                    target.url(),
                    "GET",
                    Map.of(),
                    null,
                    null,
                    Requests.target(target.url()).limits(),
                    Map.of());

            assertThat(exchange(ask(Requests.target(target.url()), LONG, "x")).answer())
                    .isEqualTo("{\"n\":1}");
            assertThat(exchange(ask(whole, LONG, "x")).answer()).isEqualTo("{\"reply\": {\"n\": 1}}");
            assertThat(target.received().getLast().method()).isEqualTo("GET");
        }
    }

    @Test
    void turns_and_conversations_share_connections() {
        Set<String> connections = ConcurrentHashMap.newKeySet();
        try (StubTarget target = StubTarget.answering(vertx, (request, body) -> {
            connections.add(request.remoteAddress().toString());
            StubTarget.json(request, REPLY);
        })) {
            for (int conversation = 0; conversation < 5; conversation++) {
                ask(Requests.target(target.url()), LONG, "one", "two", "three");
            }

            assertThat(target.received()).hasSize(15);
            assertThat(connections).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void a_conversation_keeps_its_id_over_its_turns_and_the_next_one_has_another() {
        try (StubTarget target = StubTarget.answering(vertx, REPLY)) {
            HttpTarget identified = Requests.withHeaders(
                    Requests.target(target.url()), Map.of("X-Conversation", "{{ conversation }}"), Map.of());
            ask(identified, LONG, "one", "two");
            ask(identified, LONG, "one");

            assertThat(target.received())
                    .extracting(received -> received.headers().get("x-conversation"))
                    .satisfies(ids -> {
                        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
                    });
        }
    }

    @Test
    void a_target_that_is_not_there_is_tried_again_and_then_reported() {
        int port = unusedPort();

        Failure failure = failure(ask(Requests.target("http://127.0.0.1:" + port + "/chat?key=1"), LONG, "x"));

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

        Exchange exchange = exchange(ask(Requests.target("http://127.0.0.1:" + port), LONG, "x"));

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
    void tries_together_take_no_longer_than_the_case() {
        Failure failure = failure(asked(
                SHORT,
                request -> vertx.setTimer(300, fired -> request.connection().close())));

        assertThat(failure.code()).isIn("case-timeout", "target-unreachable");
    }

    @Test
    void a_host_that_resolves_nowhere_is_reported() {
        Failure failure = failure(ask(Requests.target("http://nowhere.invalid/chat"), LONG, "x"));

        assertThat(failure.code()).isEqualTo("target-unresolved");
        assertThat(failure.reason())
                .isEqualTo(
                        "turn 1: the host 'nowhere.invalid' resolves to no address; correct the target's URL or the host's DNS entry");
    }

    @Test
    void a_metadata_address_is_never_asked() {
        Failure failure = failure(ask(Requests.target("http://169.254.169.254/latest/meta-data"), LONG, "x"));

        assertThat(failure.code()).isEqualTo("target-address-refused");
    }

    @Test
    void a_target_that_does_not_speak_http_is_reported() {
        var server = vertx.createNetServer().connectHandler(socket -> {
            var unused = socket.write("SSH-2.0-OpenSSH_9.2\r\n\r\n");
        });
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();

        Failure failure = failure(ask(Requests.target("http://127.0.0.1:" + server.actualPort()), LONG, "x"));

        assertThat(failure.code()).isEqualTo("answer-not-http");
        var unused = server.close();
    }

    @Test
    void a_plain_target_asked_over_tls_is_reported() {
        try (StubTarget target = StubTarget.answering(vertx, REPLY)) {
            Failure failure = failure(ask(Requests.target("https://127.0.0.1:" + target.port()), LONG, "x"));

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

            assertThat(failure(ask(broken, LONG, "a\r\nX-Evil: 1")).code()).isEqualTo("target-header-invalid");
            assertThat(failure(ask(framing, LONG, "a")).reason())
                    .isEqualTo(
                            "turn 1: the target's header 'Transfer-Encoding' cannot be sent: the worker sets it itself; remove it from the target");
            assertThat(target.received()).isEmpty();
        }
    }

    private static void writeForever(HttpServerResponse response, AtomicInteger written) {
        Buffer part = Buffer.buffer("x".repeat(10_000));
        response.write(part).onSuccess(done -> {
            written.incrementAndGet();
            writeForever(response, written);
        });
    }

    private ExecutionCompleted asked(Consumer<HttpServerRequest> behaviour) {
        return asked(LONG, behaviour);
    }

    private ExecutionCompleted asked(Duration timeout, Consumer<HttpServerRequest> behaviour) {
        try (StubTarget target = StubTarget.answering(vertx, (request, body) -> behaviour.accept(request))) {
            return ask(Requests.target(target.url()), timeout, "x");
        }
    }

    private ExecutionCompleted ask(HttpTarget target, Duration timeout, String... messages) {
        return results.of(Requests.request(target, Requests.saying(timeout, messages)));
    }

    private static Exchange exchange(ExecutionCompleted result) {
        assertThat(result.transcript().failure()).isNull();
        return result.transcript().exchanges().getFirst();
    }

    private int unusedPort() {
        try (StubTarget target = StubTarget.answering(vertx, REPLY)) {
            return target.port();
        }
    }
}
