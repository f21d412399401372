package io.parley.worker.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.worker.http.EventStream;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Puts the pieces of a streamed completion together to what it would be in one. */
final class CompletionStream {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode completion = JSON.createObjectNode();
    private final ObjectNode choice = JSON.createObjectNode();
    private final ObjectNode message = choice.putObject("message").put("role", "assistant");
    private final StringBuilder content = new StringBuilder();
    private final ArrayNode toolCalls = JSON.createArrayNode();

    private CompletionStream() {}

    /** Whether the model has said anything yet in what there is of a response, streamed or not. */
    static boolean hasBegun(Buffer received) {
        return !EventStream.isBegunBy(received)
                || EventStream.data(received.toString()).stream()
                        .map(CompletionStream::parsed)
                        .map(piece -> piece.at("/choices/0/delta"))
                        .anyMatch(CompletionStream::says);
    }

    private static boolean says(JsonNode delta) {
        return !delta.path("content").asText("").isEmpty()
                || delta.path("tool_calls").size() > 0;
    }

    /** The completion; what is no part of one is left out, and an error takes the place of all. */
    static JsonNode assembled(List<String> events) {
        CompletionStream stream = new CompletionStream();
        for (String event : events) {
            JsonNode piece = event.equals(EventStream.END) ? JSON.missingNode() : parsed(event);
            if (piece.has("error")) {
                return piece;
            }
            stream.take(piece);
        }
        return stream.completion();
    }

    private static JsonNode parsed(String event) {
        try {
            return JSON.readTree(event);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }

    private void take(JsonNode piece) {
        if (piece.path("usage").isObject()) {
            completion.set("usage", piece.get("usage"));
        }
        JsonNode first = piece.path("choices").path(0);
        if (first.isObject()) {
            completion.putArray("choices").add(choice);
            takeDelta(first.path("delta"));
        }
        if (first.path("finish_reason").isTextual()) {
            choice.set("finish_reason", first.get("finish_reason"));
        }
    }

    private void takeDelta(JsonNode delta) {
        content.append(delta.path("content").asText(""));
        for (JsonNode part : delta.path("tool_calls")) {
            takeCall(part);
        }
    }

    /** The first part of a call has its name; more parts add to its arguments. */
    private void takeCall(JsonNode part) {
        JsonNode function = part.path("function");
        int index = part.path("index").asInt(toolCalls.size());
        while (toolCalls.size() <= index && toolCalls.size() < Completion.MOST_CALLS) {
            toolCalls.addObject().put("type", "function").putObject("function").put("arguments", "");
        }
        if (toolCalls.get(index) instanceof ObjectNode call) {
            if (part.path("id").isTextual()) {
                call.set("id", part.get("id"));
            }
            add((ObjectNode) call.get("function"), function);
        }
    }

    private static void add(ObjectNode call, JsonNode part) {
        if (part.path("name").isTextual()) {
            call.put("name", call.path("name").asText("") + part.get("name").asText());
        }
        JsonNode arguments = part.path("arguments");
        String text = arguments.isTextual() ? arguments.asText() : arguments.isObject() ? arguments.toString() : "";
        call.put("arguments", call.get("arguments").asText() + text);
    }

    private JsonNode completion() {
        message.put("content", content.toString());
        if (!toolCalls.isEmpty()) {
            message.set("tool_calls", toolCalls);
        }
        return completion;
    }
}
