package io.parley.worker.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A call of a tool that is streamed: its first piece has the name, and all add to the arguments. */
final class CallInPieces {

    private final ObjectNode call = JsonNodeFactory.instance.objectNode().put("type", "function");
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder arguments = new StringBuilder();

    void add(JsonNode piece) {
        if (piece.path("id").isTextual()) {
            call.set("id", piece.get("id"));
        }
        JsonNode function = piece.path("function");
        if (function.path("name").isTextual()) {
            name.append(function.get("name").textValue());
        }
        JsonNode more = function.path("arguments");
        arguments.append(more.isTextual() ? more.textValue() : more.isObject() ? more.toString() : "");
    }

    /** The call as it would be in one. */
    ObjectNode together() {
        call.putObject("function").put("name", name.toString()).put("arguments", arguments.toString());
        return call;
    }
}
