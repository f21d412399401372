package io.parley.worker.chat;

import static io.parley.worker.testing.Results.exchange;
import static io.parley.worker.testing.Results.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.Failure;
import io.parley.contracts.Limits;
import io.parley.contracts.Reported;
import io.parley.contracts.Reported.ToolCall;
import io.parley.contracts.Target;
import io.parley.contracts.TargetId;
import io.parley.contracts.TokenPrices;
import io.parley.contracts.Tool;
import io.parley.platform.ids.Ids;
import io.parley.platform.secrets.Sealer;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.Requests;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubTarget;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class ChatDialogueTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Tool LOOKUP = new Tool(
            "lookup_order",
            "Looks up an order",
            Map.of("type", "object"),
            Map.of("id", "{{ args.id }}", "city", "{{ city }}"),
            null,
            Duration.ofMillis(1));
    private static final Tool REFUND = new Tool("refund", null, null, null, "no refund for {{ args.id }}", null);

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
                vertx.setTimer(60, last -> {
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
                    .isBetween(Duration.ofMillis(50), exchange.latency().minusMillis(40));
            assertThat(reported.finishReason()).isEqualTo("length");
            assertThat(reported.usage()).isEqualTo(new Reported.Usage(3L, 2L));
            JsonObject sent = new JsonObject(stub.received().getFirst().body());
            assertThat(sent.getBoolean("stream")).isTrue();
            assertThat(sent.getJsonObject("stream_options").getBoolean("include_usage"))
                    .isTrue();
        }
    }

    @Test
    void tools_are_answered_by_the_case_and_their_calls_recorded() {
        Iterator<String> says = List.of(
                        calling(call("a", "lookup_order", "{\"id\": \"42\"}"), call("b", "refund", "{\"id\": 7}")),
                        calling(call("c", "nothing", "")),
                        said("shipped"))
                .iterator();
        try (StubTarget stub = StubTarget.answering(vertx, (request, body) -> StubTarget.json(request, says.next()))) {
            ExecutionCompleted result = withTools(target(stub, false), LOOKUP, REFUND);

            Reported reported = Objects.requireNonNull(exchange(result).reported());
            assertThat(exchange(result).answer()).isEqualTo("shipped");
            assertThat(reported.toolCalls())
                    .containsExactly(
                            new ToolCall("lookup_order", Map.of("id", "42")),
                            new ToolCall("refund", Map.of("id", 7)),
                            new ToolCall("nothing", Map.of()));
            assertThat(reported.steps()).isEqualTo(3);
            assertThat(reported.usage()).isEqualTo(new Reported.Usage(3_000L, 600L));
            JsonObject last = new JsonObject(stub.received().getLast().body());
            assertThat(last.getJsonArray("tools").getJsonObject(0)).isEqualTo(new JsonObject("""
                    {"type": "function", "function": {"name": "lookup_order", "description": "Looks up an order",
                     "parameters": {"type": "object"}}}"""));
            assertThat(returned(last)).hasSize(3);
            assertThat(new JsonObject(returned(last).get(0)))
                    .isEqualTo(new JsonObject("{\"id\": \"42\", \"city\": \"Oslo\"}"));
            assertThat(returned(last).get(1)).isEqualTo("{\"error\":\"no refund for 7\"}");
            assertThat(returned(last).get(2)).isEqualTo("{\"error\":\"there is no tool nothing\"}");
        }
    }

    @Test
    void calls_that_come_in_pieces_are_put_together() {
        Iterator<List<String>> streams = List.of(
                        List.of(
                                "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"lookup_order\",\"arguments\":\"\"}}]}}]}",
                                "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"id\\\":\"}}]}}]}",
                                "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"1}\"}}]},\"finish_reason\":\"tool_calls\"}]}"),
                        List.of("{\"choices\":[{\"delta\":{\"content\":\"done\"},\"finish_reason\":\"stop\"}]}"))
                .iterator();
        try (StubTarget stub = StubTarget.answering(vertx, (request, body) -> {
            streams.next().forEach(piece -> stream(request, piece));
            var unused = request.response().end("data: [DONE]\n\n");
        })) {
            ExecutionCompleted result = withTools(target(stub, true), LOOKUP);

            assertThat(Objects.requireNonNull(exchange(result).reported()).toolCalls())
                    .containsExactly(new ToolCall("lookup_order", Map.of("id", 1)));
            assertThat(exchange(result).answer()).isEqualTo("done");
        }
    }

    @Test
    void arguments_that_are_no_json_are_told_to_the_model_and_make_the_calls_unknown() {
        Iterator<String> says = List.of(calling(call("a", "lookup_order", "{\"id")), said("sorry"))
                .iterator();
        try (StubTarget stub = StubTarget.answering(vertx, (request, body) -> StubTarget.json(request, says.next()))) {
            ExecutionCompleted result = withTools(target(stub, false), LOOKUP);

            assertThat(Objects.requireNonNull(exchange(result).reported()).toolCalls())
                    .isNull();
            assertThat(returned(new JsonObject(stub.received().getLast().body())))
                    .containsExactly("{\"error\":\"the arguments are no JSON object\"}");
        }
    }

    @Test
    void a_model_that_calls_tools_without_end_is_stopped() {
        try (StubTarget stub = StubTarget.answering(vertx, calling(call("a", "lookup_order", "{\"id\": 1}")))) {
            Failure failure = failure(withTools(target(stub, false), LOOKUP));

            assertThat(failure.code()).isEqualTo("tool-rounds-exceeded");
            assertThat(failure.reason()).contains("each of the 3 times").contains("lookup_order");
            assertThat(stub.received()).hasSize(3);
        }
    }

    @Test
    void a_tool_that_would_return_after_the_conversation_is_not_waited_for() {
        Tool endless = new Tool("lookup_order", null, null, "found", null, Duration.ofHours(1));
        try (StubTarget stub = StubTarget.answering(vertx, calling(call("a", "lookup_order", "{}")))) {
            Failure failure = failure(withTools(target(stub, false), endless));

            assertThat(failure.code()).isEqualTo("case-timeout");
            assertThat(failure.reason()).contains("the tool lookup_order returns, which takes 3600.0 s");
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
    void tools_of_a_case_need_a_target_that_calls_them() {
        Failure failure = failure(withTools(Requests.target("http://127.0.0.1:9/"), LOOKUP));

        assertThat(failure.code()).isEqualTo("tools-not-called");
    }

    @Test
    void a_request_that_is_kept_shows_what_was_sent_but_not_who_sent_it() {
        try (StubTarget stub = StubTarget.answering(vertx, said("hello"))) {
            Exchange exchange = exchange(withTools(keyed(target(stub, false))));

            assertThat(exchange.request())
                    .startsWith("POST " + stub.url() + "/v1/chat/completions\nAuthorization: ***\n")
                    .contains("\"content\":\"where is it?\"")
                    .doesNotContain("sk-secret");
            assertThat(exchange(results.of(target(stub, false), LONG, "hi")).request())
                    .isNull();
        }
    }

    private ExecutionCompleted withTools(Target target, Tool... tools) {
        return results.of(Requests.request(
                target,
                Requests.withTools(
                        Requests.conversation(
                                LONG,
                                Map.of("city", "Oslo"),
                                Requests.saying("where is it?").turns()),
                        List.of(tools))));
    }

    private static List<String> returned(JsonObject request) {
        return request.getJsonArray("messages").stream()
                .map(JsonObject.class::cast)
                .filter(message -> message.getString("role").equals("tool"))
                .map(message -> message.getString("content"))
                .toList();
    }

    private static void stream(HttpServerRequest request, String data) {
        if (!request.response().headWritten()) {
            request.response().setChunked(true).putHeader("content-type", "text/event-stream");
        }
        var unused = request.response().write("data: " + data + "\n\n");
    }

    private static String said(String words) {
        return completion(new JsonObject().put("role", "assistant").put("content", words), "stop");
    }

    private static String calling(JsonObject... calls) {
        JsonObject message = new JsonObject()
                .put("role", "assistant")
                .putNull("content")
                .put("tool_calls", new JsonArray(List.of((Object[]) calls)));
        return completion(message, "tool_calls");
    }

    private static JsonObject call(String id, String name, String arguments) {
        return new JsonObject()
                .put("id", id)
                .put("type", "function")
                .put("function", new JsonObject().put("name", name).put("arguments", arguments));
    }

    private static String completion(JsonObject message, String reason) {
        JsonObject choice =
                new JsonObject().put("index", 0).put("message", message).put("finish_reason", reason);
        return new JsonObject()
                .put("choices", new JsonArray(List.of(choice)))
                .put("usage", new JsonObject().put("prompt_tokens", 1_000).put("completion_tokens", 200))
                .encode();
    }

    private static ChatTarget target(StubTarget stub, boolean stream) {
        return of(stub.url() + "/v1", stream, null, Map.of());
    }

    private static ChatTarget priced(ChatTarget target, TokenPrices prices) {
        return of(target.baseUrl(), target.stream(), prices, Map.of());
    }

    private ChatTarget keyed(ChatTarget target) {
        return of(target.baseUrl(), target.stream(), null, Map.of(ChatTarget.KEY, sealer.seal("sk-secret")));
    }

    private static ChatTarget of(
            String url, boolean stream, @Nullable TokenPrices prices, Map<String, String> secrets) {
        return new ChatTarget(
                new TargetId(Ids.next()),
                "model",
                url,
                "small",
                Map.of(),
                null,
                Map.of(),
                stream,
                prices,
                3,
                new Limits(10, null),
                secrets);
    }

    private static BigDecimal euro(String amount) {
        return new BigDecimal(amount);
    }
}
