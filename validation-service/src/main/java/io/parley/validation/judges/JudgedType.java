package io.parley.validation.judges;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes kinds of assertions that judges decide: each says what is its own, who judges is the same for all. */
final class JudgedType {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String JURY = """
            {
              "model": {
                "title": "The model that judges",
                "description": "One of the suite's models, or else a registered one of the workspace, by its name.",
                "$ref": "#/$defs/name"
              },
              "models": {
                "title": "The models that judge, in place of one",
                "description": "More than half of them decide; without such a majority people do.",
                "type": "array",
                "minItems": 1,
                "maxItems": 9,
                "uniqueItems": true,
                "items": {"$ref": "#/$defs/name"}
              },
              "threshold": {
                "title": "The least confidence with which a verdict counts",
                "description": "Below it the verdict is unsure. Left out: 0.6.",
                "type": "number",
                "exclusiveMinimum": 0,
                "maximum": 1,
                "default": 0.6
              }
            }
            """;

    private static final String ONE_OR_SEVERAL = """
            {
              "if": {"oneOf": [{"required": ["model"]}, {"required": ["models"]}]},
              "else": {"not": {}, "x-messages": {"not": "needs exactly one of model and models"}}
            }
            """;

    private JudgedType() {}

    /**
     * A kind of assertion.
     *
     * @param schema title, description, required, properties and examples of its own
     * @param reader makes it from its options
     */
    static AssertionType of(String key, String schema, Function<Fields, Judged> reader) {
        ObjectNode whole = whole(key, read(schema));
        List<String> keys =
                whole.path("properties").propertyStream().map(Map.Entry::getKey).toList();
        return AssertionType.of(key, whole.toPrettyString(), (fields, reading) -> {
            Fields options = fields.fields(key);
            options.allowOnly(keys);
            return reader.apply(options);
        });
    }

    /** One text, or several. */
    static List<String> texts(Fields options, String key) {
        return options.value(key) instanceof List<?> ? options.allWanted(key) : List.of(options.wanted(key));
    }

    private static ObjectNode whole(String key, ObjectNode own) {
        ObjectNode whole = JSON.createObjectNode();
        whole.setAll(own.deepCopy().retain("title", "description"));
        whole.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = own.withObject("/properties");
        properties.setAll(read(JURY));
        whole.putObject("x-messages")
                .put("type", "must be a map with at least a model, such as model: judge")
                .put("additionalProperties", "unknown key {0}; known are " + sentence(properties));
        whole.setAll(read(ONE_OR_SEVERAL));
        whole.setAll(own);
        requireExample(key, whole);
        return whole;
    }

    private static void requireExample(String key, ObjectNode whole) {
        if (!whole.at("/examples/0").has(key)) {
            throw new IllegalArgumentException(key + " has no example");
        }
    }

    private static String sentence(ObjectNode properties) {
        List<String> keys = properties.propertyStream().map(Map.Entry::getKey).toList();
        return String.join(", ", keys.subList(0, keys.size() - 1)) + " and " + keys.getLast();
    }

    private static ObjectNode read(String json) {
        try {
            JsonNode read = JSON.readTree(json);
            return (ObjectNode) read;
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(json, malformed);
        }
    }
}
