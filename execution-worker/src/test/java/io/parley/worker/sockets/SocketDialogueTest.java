package io.parley.worker.sockets;

import static io.parley.worker.testing.Results.exchange;
import static io.parley.worker.testing.Results.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.util.NetUtil;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.Failure;
import io.parley.contracts.Limits;
import io.parley.contracts.TargetId;
import io.parley.contracts.WebSocketTarget;
import io.parley.contracts.WebSocketTarget.End;
import io.parley.platform.eventloops.EventLoops;
import io.parley.platform.ids.Ids;
import io.parley.platform.secrets.Sealer;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.BrokenOff;
import io.parley.worker.http.TargetUrl;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubSocket;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetServer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class SocketDialogueTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    @Inject
    Vertx vertx;

    @Inject
    Sealer sealer;

    @Inject
    SocketDriver driver;

    @Inject
    EventLoops loops;

    @Inject
    ReactiveRedisDataSource redis;

    private final Results results = new Results();

    @AfterEach
    void disconnect() {
        results.close();
    }

    @Test
    void a_conversation_has_one_connection_which_ends_with_it() {
        try (StubSocket stub = StubSocket.answering(vertx, (socket, message) -> {
            say(socket, "{\"text\": \"one\"}");
            say(socket, "{\"typing\": true}");
            say(socket, "{\"text\": \"two\", \"done\": true}");
        })) {
            WebSocketTarget target = target(stub, "/text", new End("\"done\": *true", null, null));

            ExecutionCompleted result = results.of(target, LONG, "say \"hi\"", "and?");

            assertThat(result.transcript().exchanges())
                    .extracting(Exchange::answer)
                    .containsExactly("one|two", "one|two");
            assertThat(stub.received()).containsExactly("{\"say\": \"say \\\"hi\\\"\"}", "{\"say\": \"and?\"}");
            assertThat(stub.handshakes()).singleElement().satisfies(handshake -> {
                assertThat(handshake)
                        .containsEntry("x-key", "open sesame")
                        .containsEntry("host", "127.0.0.1:" + stub.port());
            });
            Awaitility.await().until(() -> stub.open() == 0);
        }
    }

    @Test
    void an_answer_may_be_a_number_of_messages() {
        try (StubSocket stub = StubSocket.answering(vertx, (socket, message) -> {
            say(socket, "first");
            say(socket, "second");
        })) {
            Exchange exchange = exchange(results.of(target(stub, null, new End(null, 2, null)), LONG, "hi"));

            assertThat(exchange.answer()).isEqualTo("first|second");
        }
    }

    @Test
    void an_answer_may_end_with_silence_which_is_no_part_of_its_time() {
        try (StubSocket stub = StubSocket.answering(vertx, (socket, message) -> {
            say(socket, "first");
            vertx.setTimer(300, later -> say(socket, "second"));
        })) {
            Exchange exchange =
                    exchange(results.of(target(stub, null, new End(null, null, Duration.ofSeconds(2))), LONG, "hi"));

            assertThat(exchange.answer()).isEqualTo("first|second");
            assertThat(exchange.firstByte()).isNotNull().isLessThan(exchange.latency());
        }
    }

    @Test
    void the_silence_that_ends_an_answer_is_time_of_neither_turn_nor_conversation() {
        try (StubSocket stub = StubSocket.answering(vertx, (socket, message) -> say(socket, "first"))) {
            ExecutionCompleted result = results.of(
                    target(stub, null, new End(null, null, Duration.ofMillis(2_500))),
                    Duration.ofSeconds(2),
                    "one",
                    "two");

            assertThat(result.transcript().failure()).isNull();
            assertThat(result.transcript().exchanges())
                    .extracting(Exchange::answer)
                    .containsExactly("first", "first");
        }
    }

    @Test
    void an_answer_that_goes_on_after_its_time_is_none_though_silence_would_end_it() {
        try (StubSocket stub = StubSocket.answering(vertx, (socket, message) -> {
            say(socket, "first");
            vertx.setTimer(3_000, later -> say(socket, "second"));
        })) {
            Failure failure =
                    failure(results.of(target(stub, null, new End(null, null, LONG)), Duration.ofSeconds(2), "hi"));

            assertThat(failure.code()).isEqualTo("turn-timeout");
            assertThat(failure.reason()).contains("(1 messages came)");
        }
    }

    @Test
    void an_answer_of_empty_messages_without_end_is_too_large() {
        try (StubSocket stub = StubSocket.answering(
                vertx, (socket, message) -> IntStream.rangeClosed(0, 1 << 16).forEach(number -> say(socket, "")))) {
            Failure failure = failure(results.of(target(stub, null, new End(null, 1_000_000, null)), LONG, "hi"));

            assertThat(failure.code()).isEqualTo("answer-too-large");
            assertThat(failure.reason()).contains("more than 65,536 messages");
        }
    }

    @Test
    void a_server_that_says_nothing_to_the_handshake_keeps_no_connection() {
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        NetServer server = vertx.createNetServer().connectHandler(connection -> {
            accepted.incrementAndGet();
            connection.closeHandler(gone -> closed.incrementAndGet());
        });
        get(server.listen(0, "127.0.0.1"));
        try {
            WebSocketTarget target = at("ws://127.0.0.1:" + server.actualPort() + "/", null, new End(null, 1, null));

            Failure failure = failure(results.of(target, Duration.ofMillis(500), "hi"));

            assertThat(failure.code()).isEqualTo("turn-timeout");
            assertThat(accepted).hasValue(1);
            Awaitility.await().until(() -> closed.get() == 1);
        } finally {
            get(server.close());
        }
    }

    @Test
    void where_one_address_of_a_host_takes_no_connection_the_next_one_is_tried() {
        try (StubSocket stub = StubSocket.answering(vertx, (socket, message) -> {})) {
            connect(stub, "127.0.0.2", "127.0.0.1").close();

            assertThat(stub.handshakes()).hasSize(1);
        }
    }

    @Test
    void a_refusal_at_one_address_is_not_asked_for_again_at_the_next() {
        try (StubSocket stub = StubSocket.refusing(vertx)) {
            assertThatThrownBy(() -> connect(stub, "127.0.0.1", "127.0.0.2"))
                    .isInstanceOfSatisfying(
                            BrokenOff.class,
                            failure -> assertThat(failure.failure().code()).isEqualTo("target-status"));
            assertThatThrownBy(() -> connect(stub, "127.0.0.2", "127.0.0.3"))
                    .isInstanceOfSatisfying(
                            BrokenOff.class,
                            failure -> assertThat(failure.failure().code()).isEqualTo("target-unreachable"));
        }
    }

    @Test
    void a_refusal_that_says_too_much_and_an_answer_that_does_not_come_in_time_lower_what_the_target_gets() {
        for (int status : new int[] {429, 503}) {
            try (StubSocket stub = StubSocket.refusing(vertx, status)) {
                WebSocketTarget target = target(stub, null, new End(null, 1, null));
                IntStream.range(0, 30).forEach(number -> {
                    Failure failure = failure(results.of(target, LONG, "hi"));
                    assertThat(failure.code()).isEqualTo("target-status");
                });
                awaitLowered(target);
            }
        }
        try (StubSocket stub = StubSocket.answering(vertx, (socket, message) -> {})) {
            WebSocketTarget target = target(stub, null, new End(null, 1, null));
            IntStream.range(0, 30)
                    .forEach(number -> assertThat(failure(results.of(target, Duration.ofMillis(20), "hi"))
                                    .code())
                            .isEqualTo("turn-timeout"));
            awaitLowered(target);
        }
    }

    private void awaitLowered(WebSocketTarget target) {
        Awaitility.await().atMost(LONG.multipliedBy(2)).until(() -> {
            String tuning = redis.hash(String.class)
                    .hget("parley:grants:" + target.id(), "#")
                    .await()
                    .atMost(LONG);
            return tuning != null && new JsonObject(tuning).getDouble("level") < 1;
        });
    }

    @Test
    void an_answer_without_end_is_no_answer() {
        try (StubSocket stub = StubSocket.answering(vertx, (socket, message) -> say(socket, "first"))) {
            Failure failure =
                    failure(results.of(target(stub, null, new End(null, 2, null)), Duration.ofMillis(500), "hi"));

            assertThat(failure.code()).isEqualTo("turn-timeout");
            assertThat(failure.reason())
                    .startsWith("turn 1: ws://127.0.0.1:" + stub.port()
                            + "/chat gave no complete answer within 0.5 s (1 messages came)");
        }
    }

    @Test
    void a_connection_that_is_closed_ends_the_conversation() {
        try (StubSocket stub = StubSocket.answering(vertx, (socket, message) -> {
            var unused = socket.close();
        })) {
            Failure failure = failure(results.of(target(stub, null, new End(null, 1, null)), LONG, "hi"));

            assertThat(failure.code()).isEqualTo("target-unreachable");
        }
    }

    @Test
    void a_server_that_takes_up_no_socket_or_is_not_there_is_told_apart_and_shows_no_secret() {
        StubSocket stub = StubSocket.refusing(vertx);
        WebSocketTarget target = target(stub, null, new End(null, 1, null));

        Failure refused = failure(results.of(target, LONG, "hi"));
        stub.close();
        Failure gone = failure(results.of(target, LONG, "hi"));

        assertThat(refused.code()).isEqualTo("target-status");
        assertThat(refused.reason()).contains("403").doesNotContain("sesame");
        assertThat(gone.code()).isEqualTo("target-unreachable");
    }

    @Test
    void a_plain_server_asked_over_tls_is_reported() {
        try (StubSocket stub = StubSocket.refusing(vertx)) {
            WebSocketTarget target = at("wss://127.0.0.1:" + stub.port() + "/", null, new End(null, 1, null));

            assertThat(failure(results.of(target, LONG, "hi")).code()).isEqualTo("target-tls-failed");
        }
    }

    @Test
    void an_address_that_is_refused_is_not_connected_to() {
        WebSocketTarget target = at("ws://169.254.169.254/", null, new End(null, 1, null));

        assertThat(failure(results.of(target, LONG, "hi")).code()).isEqualTo("target-address-refused");
    }

    private Socket connect(StubSocket stub, String... addresses) {
        return driver.connect(
                        TargetUrl.parseSocket("ws://bot.example:" + stub.port() + "/"),
                        Map.of(),
                        Stream.of(addresses)
                                .map(NetUtil::createInetAddressFromIpAddressString)
                                .toList(),
                        LONG)
                .runSubscriptionOn(loops.here())
                .await()
                .atMost(LONG);
    }

    private WebSocketTarget target(StubSocket stub, @Nullable String answer, End end) {
        return at("ws://127.0.0.1:" + stub.port() + "/chat", answer, end);
    }

    private WebSocketTarget at(String url, @Nullable String answer, End end) {
        return new WebSocketTarget(
                new TargetId(Ids.next()),
                "socket",
                url,
                Map.of("X-Key", "{{ secrets.KEY }}"),
                "{\"say\": \"{{ message }}\"}",
                answer,
                "|",
                end,
                new Limits(10, null),
                Map.of("KEY", sealer.seal("open sesame")),
                null);
    }

    private static void get(Future<?> done) {
        Awaitility.await().until(done::succeeded);
    }

    private static void say(ServerWebSocket socket, String message) {
        var unused = socket.writeTextMessage(message);
    }
}
