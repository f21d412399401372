package io.parley.validation.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.validation.assertions.AssertionType;
import java.util.List;
import java.util.stream.Stream;

/** Makes the parts of the suite's JSON Schema that the types of assertions decide; the others are written by hand. */
final class SuiteSchemaSource {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ASSERTION = """
            {
              "title": "Assertion",
              "description": "Exactly one assertion by its name, and its options beside it: {contains: Berlin, ignore-case: true, weight: 2}.",
              "$comment": "This and one-assertion and caseless are made from the types of validation-service, by its SuiteSchemaTest.",
              "type": "object",
              "additionalProperties": false,
              "x-deepest": <deepest>,
              "allOf": [{"$ref": "#/$defs/one-assertion"}],
              "dependentSchemas": {},
              "properties": {},
              "x-messages": {
                "type": "must be an assertion by its name, such as contains: Berlin",
                "additionalProperties": "unknown assertion or option {0}; the assertions are <all>, the options ignore-case and weight"
              }
            }
            """;

    private static final String OPTIONS = """
            {
              "ignore-case": {
                "title": "Whether upper and lower case are the same",
                "description": "For <comparing text>.",
                "type": "boolean",
                "default": false
              },
              "weight": {
                "title": "Weight in the mean score of the case or of the group",
                "type": "number",
                "exclusiveMinimum": 0,
                "maximum": 1000,
                "default": 1
              }
            }
            """;

    private static final String ONE_ASSERTION = """
            {
              "$comment": "Exactly one. Silent about what is no object or has an unknown key: type and additionalProperties name those mistakes.",
              "if": {
                "anyOf": [
                  {"not": {"type": "object"}},
                  {"oneOf": []},
                  {"not": {"propertyNames": {"enum": []}}}
                ]
              },
              "else": {"not": {}, "x-messages": {"not": "needs exactly one of <all>"}}
            }
            """;

    private static final String CASELESS = """
            {
              "properties": {
                "ignore-case": {"not": {}, "x-messages": {"not": "belongs to <comparing text> only"}}
              }
            }
            """;

    private SuiteSchemaSource() {}

    /** The whole schema, with the parts that are made put in place of those that were there. */
    static String of(String written) throws JsonProcessingException {
        ObjectNode suite = (ObjectNode) JSON.readTree(written);
        ObjectNode parts = (ObjectNode) suite.path("$defs");
        parts.replace("assertion", assertion());
        parts.replace("one-assertion", oneAssertion());
        parts.replace("caseless", node(CASELESS));
        return PrettyJson.of(suite);
    }

    private static ObjectNode assertion() throws JsonProcessingException {
        ObjectNode assertion = node(ASSERTION);
        ObjectNode caseless = (ObjectNode) assertion.path("dependentSchemas");
        ObjectNode properties = (ObjectNode) assertion.path("properties");
        for (AssertionType type : Catalogue.TYPES) {
            if (!type.comparesText()) {
                caseless.putObject(type.key()).put("$ref", "#/$defs/caseless");
            }
            ObjectNode schema = node(type.schema());
            schema.remove("examples");
            properties.set(type.key(), schema);
        }
        properties.setAll(node(OPTIONS));
        return assertion;
    }

    private static ObjectNode oneAssertion() throws JsonProcessingException {
        ObjectNode one = node(ONE_ASSERTION);
        ArrayNode alternatives = (ArrayNode) one.at("/if/anyOf/1/oneOf");
        ArrayNode known = (ArrayNode) one.at("/if/anyOf/2/not/propertyNames/enum");
        keys().forEach(key -> alternatives.addObject().putArray("required").add(key));
        Stream.concat(keys().stream(), Stream.of("ignore-case", "weight")).forEach(known::add);
        return one;
    }

    private static List<String> keys() {
        return Catalogue.TYPES.stream().map(AssertionType::key).toList();
    }

    private static List<String> comparingText() {
        return Catalogue.TYPES.stream()
                .filter(AssertionType::comparesText)
                .map(AssertionType::key)
                .toList();
    }

    private static String sentence(List<String> keys) {
        return String.join(", ", keys.subList(0, keys.size() - 1)) + " and " + keys.getLast();
    }

    private static ObjectNode node(String text) throws JsonProcessingException {
        String filled = text.replace("<all>", sentence(keys()))
                .replace("<comparing text>", sentence(comparingText()))
                .replace("<deepest>", Integer.toString(AssertionReader.DEEPEST));
        return (ObjectNode) JSON.readTree(filled);
    }
}
