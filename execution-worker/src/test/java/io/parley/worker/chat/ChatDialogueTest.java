package io.parley.worker.chat;

import static io.parley.worker.chat.Completions.said;
import static io.parley.worker.chat.Completions.stream;
import static io.parley.worker.chat.Completions.target;
import static io.parley.worker.testing.Results.exchange;
import static io.parley.worker.testing.Results.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.Failure;
import io.parley.contracts.Limits;
import io.parley.contracts.Reported;
import io.parley.contracts.Target;
import io.parley.contracts.TargetId;
import io.parley.contracts.TokenPrices;
import io.parley.platform.ids.Ids;
import io.parley.platform.secrets.Sealer;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.Requests;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubTarget;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class ChatDialogueTest {

    private static final Duration LONG = Duration.ofSeconds(10);

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
    void the_model_is_told_the_whole_conversation_with_its_system_prompt_and_parameters() {
        try (StubTarget stub = StubTarget.answering(vertx, said("hello"))) {
            ChatTarget target = new ChatTarget(
                    new TargetId(Ids.next()),
                    "model",
                    stub.url() + "/v1/",
                    "small",
                    Map.of("X-Conversation", "{{ conversation }}"),
                    "You are in {{ city }}.",
                    Map.of("temperature", 0.5, "stop", List.of("END")),
                    false,
                    null,
                    5,
                    new Limits(1, null),
                    Map.of("KEY", sealer.seal("sk-secret")));

            ExecutionCompleted result = results.of(Requests.request(
                    target,
                    Requests.conversation(
                            LONG,
                            Map.of("city", "Oslo"),
                            Requests.saying("hi", "and?").turns())));

            assertThat(result.transcript().failure()).isNull();
            StubTarget.Received second = stub.received().getLast();
            assertThat(second.uri()).isEqualTo("/v1/chat/completions");
            assertThat(second.headers())
                    .containsEntry("authorization", "Bearer sk-secret")
                    .containsEntry("content-type", "application/json")
                    .containsKey("x-conversation");
            assertThat(new JsonObject(second.body())).isEqualTo(new JsonObject("""
                            {"model": "small", "temperature": 0.5, "stop": ["END"], "messages": [
                             {"role": "system", "content": "You are in Oslo."},
                             {"role": "user", "content": "hi"},
                             {"role": "assistant", "content": "hello"},
                             {"role": "user", "content": "and?"}]}"""));
        }
    }

    @Test
    void usage_cost_reason_to_stop_and_steps_are_reported() {
        try (StubTarget stub = StubTarget.answering(vertx, said("hello"))) {
            Exchange exchange = exchange(
                    results.of(priced(target(stub, false), new TokenPrices(euro("2.5"), euro("10"))), LONG, "hi"));

            Reported reported = Objects.requireNonNull(exchange.reported());
            assertThat(exchange.answer()).isEqualTo("hello");
            assertThat(reported.usage()).isEqualTo(new Reported.Usage(1_000L, 200L));
            assertThat(reported.cost()).isEqualByComparingTo("0.0045");
            assertThat(reported.finishReason()).isEqualTo("stop");
            assertThat(reported.toolCalls()).isEmpty();
            assertThat(reported.steps()).isOne();
            assertThat(new JsonObject(stub.received().getFirst().body()).containsKey("stream"))
                    .isFalse();
        }
    }

    @Test
    void without_a_key_none_is_sent_and_without_prices_or_usage_none_is_made_up() {
        String bare = "{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": null}}]}";
        try (StubTarget stub = StubTarget.answering(vertx, bare)) {
            Exchange exchange = exchange(results.of(target(stub, false), LONG, "hi"));

            Reported reported = Objects.requireNonNull(exchange.reported());
            assertThat(exchange.answer()).isEmpty();
            assertThat(reported.usage()).isNull();
            assertThat(reported.cost()).isNull();
            assertThat(reported.finishReason()).isNull();
            assertThat(stub.received().getFirst().headers()).doesNotContainKey("authorization");
        }
    }

    @Test
    void a_streamed_answer_is_put_together_and_begins_with_its_first_word() {
        try (StubTarget stub = StubTarget.answering(vertx, (request, body) -> {
            stream(request, "{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}");
            vertx.setTimer(60, later -> {
                stream(request, "{\"choices\":[{\"delta\":{\"content\":\"hel\"}}]}");
                vertx.setTimer(500, last -> {
                    stream(request, "{\"choices\":[{\"delta\":{\"content\":\"lo\"},\"finish_reason\":\"length\"}]}");
                    stream(request, "{\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}");
                    var unused = request.response().end("data: [DONE]\n\n");
                });
            });
        })) {
            Exchange exchange = exchange(results.of(target(stub, true), LONG, "hi"));

            Reported reported = Objects.requireNonNull(exchange.reported());
            assertThat(exchange.answer()).isEqualTo("hello");
            assertThat(exchange.firstByte())
                    .isBetween(Duration.ofMillis(50), exchange.latency().minusMillis(1));
            assertThat(reported.finishReason()).isEqualTo("length");
            assertThat(reported.usage()).isEqualTo(new Reported.Usage(3L, 2L));
            JsonObject sent = new JsonObject(stub.received().getFirst().body());
            assertThat(sent.getBoolean("stream")).isTrue();
            assertThat(sent.getJsonObject("stream_options").getBoolean("include_usage"))
                    .isTrue();
        }
    }

    @Test
    void what_is_no_completion_ends_the_conversation_without_showing_the_key() {
        for (String body :
                List.of("{\"reply\": \"hi sk-secret\"}", "{\"error\": {\"message\": \"bad key sk-secret\"}}")) {
            try (StubTarget stub = StubTarget.answering(vertx, body)) {
                Failure failure = failure(results.of(keyed(target(stub, false)), LONG, "hi"));

                assertThat(failure.code()).isIn("answer-no-completion", "target-failed");
                assertThat(failure.reason()).contains("***").doesNotContain("sk-secret");
            }
        }
    }

    @Test
    void an_error_in_the_midst_of_a_stream_is_no_answer() {
        try (StubTarget stub = StubTarget.answering(vertx, (request, body) -> {
            stream(request, "{\"choices\":[{\"delta\":{\"content\":\"hel\"}}]}");
            stream(request, "{\"error\":{\"message\":\"overloaded\"}}");
            var unused = request.response().end();
        })) {
            Failure failure = failure(results.of(target(stub, true), LONG, "hi"));

            assertThat(failure.code()).isEqualTo("target-failed");
            assertThat(failure.reason()).contains("overloaded");
        }
    }

    @Test
    void a_request_that_is_kept_shows_what_was_sent_but_not_who_sent_it() {
        try (StubTarget stub = StubTarget.answering(vertx, said("hello"))) {
            Exchange exchange = exchange(kept(keyed(target(stub, false))));

            assertThat(exchange.request())
                    .startsWith("POST " + stub.url() + "/v1/chat/completions\nAuthorization: ***\n")
                    .contains("\"content\":\"where is it?\"")
                    .doesNotContain("sk-secret");
            assertThat(exchange(results.of(target(stub, false), LONG, "hi")).request())
                    .isNull();
        }
    }

    private static ChatTarget priced(ChatTarget target, TokenPrices prices) {
        return Completions.of(target.baseUrl(), target.stream(), prices, Map.of());
    }

    private ChatTarget keyed(ChatTarget target) {
        return Completions.of(
                target.baseUrl(), target.stream(), null, Map.of(ChatTarget.KEY, sealer.seal("sk-secret")));
    }

    private static BigDecimal euro(String amount) {
        return new BigDecimal(amount);
    }

    private ExecutionCompleted kept(Target target) {
        return results.of(Requests.request(target, Requests.withTools(Requests.saying("where is it?"), List.of())));
    }
}
