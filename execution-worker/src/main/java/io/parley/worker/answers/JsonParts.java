package io.parley.worker.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Responses that come in several parts, such as events of a stream. */
public final class JsonParts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonParts() {}

    /** The parts, each as JSON, or as a text where it is none. */
    public static ArrayNode list(List<String> parts) {
        ArrayNode list = JSON.createArrayNode();
        parts.stream().map(JsonParts::parsed).forEach(list::add);
        return list;
    }

    private static JsonNode parsed(String part) {
        try {
            JsonNode parsed =
                    JSON.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(part);
            return parsed.isMissingNode() ? TextNode.valueOf(part) : parsed;
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(part);
        }
    }

    /** One object with the members of all parts; of those with the same name, that of the last. */
    public static ObjectNode merged(JsonNode parts) {
        ObjectNode merged = JSON.createObjectNode();
        for (JsonNode part : parts) {
            if (part instanceof ObjectNode object) {
                merged.setAll(object);
            }
        }
        return merged;
    }
}
