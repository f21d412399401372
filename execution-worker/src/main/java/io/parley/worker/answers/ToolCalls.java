package io.parley.worker.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.parley.contracts.Reported.ToolCall;
import java.util.Map;
import java.util.Optional;

/**
 * The shapes in which targets report calls of tools: {@code {name, arguments}}, {@code {name, args}}, and that of OpenAI's chat
 * completions, {@code {function: {name, arguments}}}, in which the arguments are a JSON text.
 */
public final class ToolCalls {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};

    private ToolCalls() {}

    /** The call, if it can be read as one. */
    public static Optional<ToolCall> read(JsonNode call) {
        JsonNode function = call.path("function").isObject() ? call.path("function") : call;
        return ReportedShapes.text(function.path("name"))
                .flatMap(name -> arguments(function).map(arguments -> new ToolCall(name, arguments)));
    }

    private static Optional<Map<String, Object>> arguments(JsonNode function) {
        JsonNode written = function.path(function.has("arguments") ? "arguments" : "args");
        return parsed(written).filter(JsonNode::isObject).map(arguments -> JSON.convertValue(arguments, ARGUMENTS));
    }

    /** A tool without parameters is called with no arguments, with null, or with an empty text. */
    private static Optional<JsonNode> parsed(JsonNode written) {
        boolean none = written.isMissingNode()
                || written.isNull()
                || written.asText("x").isBlank();
        if (none && !written.isContainerNode()) {
            return Optional.of(JsonNodeFactory.instance.objectNode());
        }
        try {
            return Optional.of(written.isTextual() ? JSON.readTree(written.textValue()) : written);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
