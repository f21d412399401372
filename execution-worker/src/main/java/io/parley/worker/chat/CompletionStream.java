package io.parley.worker.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.worker.http.EventStream;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** Puts the pieces of a streamed completion together to what it would be in one. */
final class CompletionStream {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode completion = JSON.createObjectNode();
    private final ObjectNode choice = JSON.createObjectNode();
    private final ObjectNode message = choice.putObject("message").put("role", "assistant");
    private final StringBuilder content = new StringBuilder();
    private final List<CallInPieces> calls = new ArrayList<>();

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
            if (piece.hasNonNull("error")) {
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

    /** A piece of a call says which one it belongs to; one that does not is a call of its own. */
    private void takeCall(JsonNode piece) {
        int index = piece.path("index").asInt(calls.size());
        while (calls.size() <= index && calls.size() < Completion.MOST_CALLS) {
            calls.add(new CallInPieces());
        }
        if (index >= 0 && index < calls.size()) {
            calls.get(index).add(piece);
        }
    }

    private JsonNode completion() {
        message.put("content", content.toString());
        calls.forEach(call -> message.withArray("tool_calls").add(call.together()));
        return completion;
    }
}
