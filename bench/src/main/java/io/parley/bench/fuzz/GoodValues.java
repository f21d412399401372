package io.parley.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Values that a schema of the document allows, as far as it says so. */
final class GoodValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;
    private static final int MOST_ELEMENTS = 3;
    private static final int LONGEST = 200;
    private static final List<String> WORDS = List.of(
            "main",
            "hello",
            "PASS",
            "viewer",
            "a name",
            "/answer",
            "tag",
            "var:city",
            "$.answer",
            "http://127.0.0.1:9/");

    private final JsonNode document;
    private final Learnt learnt;

    GoodValues(JsonNode document, Learnt learnt) {
        this.document = document;
        this.learnt = learnt;
    }

    /** @param name of the property or parameter, which tells whose id it is */
    JsonNode of(JsonNode schema, String name, Dice dice) {
        return of(schema, name, dice, 0);
    }

    private JsonNode of(JsonNode given, String name, Dice dice, int depth) {
        JsonNode schema = resolved(given, dice);
        if (schema.has("enum")) {
            return dice.pick(elements(schema.path("enum")));
        }
        return switch (type(schema, dice)) {
            case "object" -> object(schema, dice, depth);
            case "array" -> array(schema, name, dice, depth);
            case "integer" -> JSON.numberNode(number(schema, dice));
            case "number" -> JSON.numberNode(number(schema, dice) + 0.5);
            case "boolean" -> JSON.booleanNode(dice.percent(50));
            case "string" -> JSON.textNode(text(schema, name, dice));
            case "null" -> JSON.nullNode();
            default -> OddValues.any(dice);
        };
    }

    private JsonNode resolved(JsonNode schema, Dice dice) {
        JsonNode resolved = schema;
        for (int hops = 0; hops < DEEPEST; hops++) {
            JsonNode choices = choices(resolved);
            if (resolved.has("$ref")) {
                resolved = document.at(resolved.path("$ref").asText().substring(1));
            } else if (!choices.isEmpty()) {
                resolved = dice.pick(elements(choices));
            } else {
                return resolved;
            }
        }
        return resolved;
    }

    private static JsonNode choices(JsonNode schema) {
        for (String kind : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(kind)) {
                return schema.path(kind);
            }
        }
        return JSON.arrayNode();
    }

    private static String type(JsonNode schema, Dice dice) {
        JsonNode type = schema.path("type");
        if (type.isArray() && !type.isEmpty()) {
            return dice.pick(elements(type)).asText();
        }
        return type.asText(schema.has("properties") ? "object" : "");
    }

    private ObjectNode object(JsonNode schema, Dice dice, int depth) {
        ObjectNode object = JSON.objectNode();
        if (depth >= DEEPEST) {
            return object;
        }
        List<String> required =
                elements(schema.path("required")).stream().map(JsonNode::asText).toList();
        schema.path("properties").properties().stream()
                .filter(property -> required.contains(property.getKey()) || dice.percent(50))
                .forEach(property ->
                        object.set(property.getKey(), of(property.getValue(), property.getKey(), dice, depth + 1)));
        JsonNode others = schema.path("additionalProperties");
        if (others.isObject()) {
            object.set(dice.pick(WORDS), of(others, "", dice, depth + 1));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, String name, Dice dice, int depth) {
        ArrayNode array = JSON.arrayNode();
        int least = schema.path("minItems").asInt();
        for (int size = least + dice.below(MOST_ELEMENTS); size > 0 && depth < DEEPEST; size--) {
            array.add(of(schema.path("items"), name, dice, depth + 1));
        }
        return array;
    }

    private static long number(JsonNode schema, Dice dice) {
        long least =
                schema.path("minimum").asLong(schema.path("exclusiveMinimum").asLong(0) + 1);
        long greatest = schema.path("maximum").asLong(least + 100);
        return dice.between(Math.min(least, greatest), Math.max(least, greatest));
    }

    private String text(JsonNode schema, String name, Dice dice) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> learnt.id(name, dice).orElseGet(() -> uuid(dice));
            case "date" -> "2026-0" + dice.between(1, 9) + "-15";
            case "date-time" -> "2026-0" + dice.between(1, 9) + "-15T12:00:00Z";
            case "email" -> "fuzz-" + uuid(dice) + "@example.org";
            default -> plain(schema, name, dice);
        };
    }

    private String plain(JsonNode schema, String name, Dice dice) {
        if (name.toLowerCase(Locale.ROOT).endsWith("url")) {
            return "http://127.0.0.1:9/";
        }
        String word = learnt.id(name, dice).filter(known -> dice.percent(50)).orElseGet(() -> dice.pick(WORDS));
        int longest = Math.min(schema.path("maxLength").asInt(LONGEST), LONGEST);
        String longEnough =
                word + "x".repeat(Math.max(0, schema.path("minLength").asInt() - word.length()));
        return longEnough.substring(0, Math.min(longest, longEnough.length()));
    }

    private static String uuid(Dice dice) {
        return new UUID(dice.between(Long.MIN_VALUE, Long.MAX_VALUE), dice.between(Long.MIN_VALUE, Long.MAX_VALUE))
                .toString();
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
