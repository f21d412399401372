package io.parley.worker.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.contracts.Reported.ToolCall;
import io.parley.worker.answers.ReportedShapes;
import io.parley.worker.answers.ToolCalls;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the model said at one time: words, calls of tools, or both. */
record Completion(JsonNode document) {

    /** More calls at one time are no answer but a fault. */
    static final int MOST_CALLS = 128;

    String words() {
        JsonNode message = message();
        return message.path("content").asText(message.path("refusal").asText(""));
    }

    /** The calls that the worker has to answer. */
    List<Call> calls() {
        return StreamSupport.stream(message().path("tool_calls").spliterator(), false)
                .limit(MOST_CALLS)
                .map(call -> new Call(
                        call.path("id").asText(""),
                        call.at("/function/name").asText(""),
                        ToolCalls.read(call).orElse(null)))
                .toList();
    }

    /** As the model is reminded of it. */
    ObjectNode remembered() {
        ObjectNode said = message().deepCopy();
        return said.retain("role", "content", "tool_calls");
    }

    @Nullable String finishReason() {
        return ReportedShapes.text(document.at("/choices/0/finish_reason")).orElse(null);
    }

    /** What the endpoint counted; empty if it did not count both. */
    Optional<Tokens> tokens() {
        JsonNode usage = document.path("usage");
        return ReportedShapes.count(usage.path("prompt_tokens"))
                .flatMap(input ->
                        ReportedShapes.count(usage.path("completion_tokens")).map(output -> new Tokens(input, output)));
    }

    private JsonNode message() {
        return document.at("/choices/0/message");
    }

    /**
     * A call of a tool.
     *
     * @param call null when its arguments cannot be read
     */
    record Call(String id, String name, @Nullable ToolCall call) {}
}
