package io.parley.run.promptfoo;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/** Values as JSON and JavaScript have them. */
final class Json {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ObjectNode object(String key, JsonNode value) {
        return object().set(key, value);
    }

    static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** What a text holds, if the whole of it is JSON. */
    static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException none) {
            return Optional.empty();
        }
    }

    /** How many values a text holds as JSON, lists and objects too; where it is none, how many stand before the mistake. */
    static int values(String text) {
        int values = 0;
        try (JsonParser parser = MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                values += token.isStructStart() || token.isScalarValue() ? 1 : 0;
            }
        } catch (IOException none) {
            return values;
        }
        return values;
    }

    /** What {@code String(value)} is, but that objects and lists are JSON. */
    static String text(JsonNode value) {
        if (value.isFloatingPointNumber()) {
            BigDecimal number = value.decimalValue().stripTrailingZeros();
            return number.toPlainString();
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
