package io.parley.platform.expressions;

import com.fasterxml.jackson.databind.JsonNode;

/** Bounds a schema before it is compiled, which takes memory for each of its parts and stack for each level. */
final class SchemaSize {

    private static final int MOST_PARTS = 10_000;
    private static final int DEEPEST = 64;

    private SchemaSize() {}

    static void check(JsonNode schema) {
        if (parts(schema, 0) > MOST_PARTS) {
            throw new InvalidExpression("is too large a JSON Schema: it has more than " + MOST_PARTS + " parts");
        }
    }

    private static int parts(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            throw new InvalidExpression("is too large a JSON Schema: it is nested deeper than " + DEEPEST + " levels");
        }
        int parts = 1;
        for (JsonNode child : node) {
            parts += parts(child, depth + 1);
        }
        return parts;
    }
}
