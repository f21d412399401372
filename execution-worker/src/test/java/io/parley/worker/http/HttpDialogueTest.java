package io.parley.worker.http;

import static io.parley.worker.testing.Results.exchange;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.Reported;
import io.parley.platform.secrets.Sealer;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.Requests;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubTarget;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class HttpDialogueTest {

    private static final int EVENT_LOOPS = VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE;
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final String REPLY = "{\"reply\": \"hello\"}";

    @Inject
    Vertx vertx;

    @Inject
    Sealer sealer;

    private final Results results = new Results();

    @AfterEach
    void disconnect() {
        results.close();
    }

    @Test
    void the_message_is_sent_as_a_json_string_and_the_answer_is_read_at_the_pointer() {
        try (StubTarget target = StubTarget.answering(vertx, "{\"reply\": {\"text\": \"hi \\\"you\\\"\"}}")) {
            ExecutionCompleted result = results.of(
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

            assertThat(exchange(results.of(Requests.target(target.url()), LONG, "x"))
                            .answer())
                    .isEqualTo("{\"n\":1}");
            assertThat(exchange(results.of(whole, LONG, "x")).answer()).isEqualTo("{\"reply\": {\"n\": 1}}");
            assertThat(target.received().getLast().method()).isEqualTo("GET");
        }
    }

    @Test
    void what_the_target_reports_beside_its_words_is_in_the_transcript_free_of_secrets() {
        String response = """
                {"reply": "hello", "intent": "greeting of open sesame", "calls": [{"function": {"name": "f", "arguments": "{}"}}]}""";
        try (StubTarget target = StubTarget.answering(vertx, response)) {
            HttpTarget reporting = Requests.withReports(
                    Requests.withHeaders(
                            Requests.target(target.url()),
                            Map.of("Authorization", "{{ secrets.KEY }}"),
                            Map.of("KEY", sealer.seal("open sesame"))),
                    Map.of("intent", "/intent", "tool-calls", "/calls", "cost", "/cost"));

            ExecutionCompleted result = results.of(reporting, LONG, "hi");

            Reported reported = Objects.requireNonNull(exchange(result).reported());
            assertThat(reported.intent()).isEqualTo(new Reported.Intent("greeting of ***", null));
            assertThat(reported.toolCalls()).containsExactly(new Reported.ToolCall("f", Map.of()));
            assertThat(reported.cost()).isNull();
            assertThat(result.transcript().reports()).isEqualTo(reporting.reports());
        }
    }

    @Test
    void the_first_byte_of_an_answer_is_timed_apart_from_its_last() {
        try (StubTarget target = StubTarget.answering(vertx, (request, body) -> {
            request.response().setChunked(true).write("{\"reply\":");
            vertx.setTimer(50, late -> request.response().end("\"hello\"}"));
        })) {
            Exchange exchange = exchange(results.of(Requests.target(target.url()), LONG, "hi"));

            assertThat(exchange.firstByte())
                    .isNotNull()
                    .isLessThan(exchange.latency().minusMillis(40));
        }
    }

    @Test
    void turns_and_conversations_share_connections() {
        Set<String> connections = ConcurrentHashMap.newKeySet();
        try (StubTarget target = StubTarget.answering(vertx, (request, body) -> {
            connections.add(request.remoteAddress().toString());
            StubTarget.json(request, REPLY);
        })) {
            for (int conversation = 0; conversation <= EVENT_LOOPS; conversation++) {
                results.of(Requests.target(target.url()), LONG, "one", "two", "three");
            }

            assertThat(target.received()).hasSize(3 * (EVENT_LOOPS + 1));
            assertThat(connections).hasSizeLessThanOrEqualTo(EVENT_LOOPS);
        }
    }

    @Test
    void a_conversation_keeps_its_id_over_its_turns_and_the_next_one_has_another() {
        try (StubTarget target = StubTarget.answering(vertx, REPLY)) {
            HttpTarget identified = Requests.withHeaders(
                    Requests.target(target.url()), Map.of("X-Conversation", "{{ conversation }}"), Map.of());
            results.of(identified, LONG, "one", "two");
            results.of(identified, LONG, "one");

            assertThat(target.received())
                    .extracting(received -> received.headers().get("x-conversation"))
                    .satisfies(ids -> {
                        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
                    });
        }
    }
}
