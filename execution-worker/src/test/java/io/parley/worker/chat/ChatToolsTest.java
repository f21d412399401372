package io.parley.worker.chat;

import static io.parley.worker.chat.Completions.call;
import static io.parley.worker.chat.Completions.calling;
import static io.parley.worker.chat.Completions.said;
import static io.parley.worker.chat.Completions.stream;
import static io.parley.worker.chat.Completions.target;
import static io.parley.worker.testing.Results.exchange;
import static io.parley.worker.testing.Results.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.Failure;
import io.parley.contracts.Reported;
import io.parley.contracts.Reported.ToolCall;
import io.parley.contracts.Target;
import io.parley.contracts.Tool;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.Requests;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubTarget;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class ChatToolsTest {

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

    private final Results results = new Results();

    @AfterEach
    void disconnect() {
        results.close();
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
    void tools_of_a_case_need_a_target_that_calls_them() {
        Failure failure = failure(withTools(Requests.target("http://127.0.0.1:9/"), LOOKUP));

        assertThat(failure.code()).isEqualTo("tools-not-called");
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
}
