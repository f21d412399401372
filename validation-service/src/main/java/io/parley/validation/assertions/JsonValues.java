package io.parley.validation.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Compares JSON values as people mean it: 1 equals 1.0. */
public final class JsonValues {

    private JsonValues() {}

    public static boolean equal(JsonNode one, JsonNode other) {
        return one.equals(JsonValues::compareScalars, other);
    }

    public static JsonNode list(List<JsonNode> values) {
        return JsonNodeFactory.instance.arrayNode(values.size()).addAll(values);
    }

    /** Whether everything that is wanted is there: of objects a part, of all else the whole. */
    public static boolean contains(JsonNode whole, JsonNode wanted) {
        return wanted.isObject()
                ? wanted.propertyStream()
                        .allMatch(member ->
                                whole.has(member.getKey()) && contains(whole.get(member.getKey()), member.getValue()))
                : equal(whole, wanted);
    }

    /** 0 for equal ones; any other number for the rest, in no order. */
    private static int compareScalars(JsonNode one, JsonNode other) {
        if (one.isIntegralNumber() && other.isIntegralNumber()) {
            return one.bigIntegerValue().compareTo(other.bigIntegerValue());
        }
        if (one.isNumber() && other.isNumber()) {
            return Double.compare(one.doubleValue(), other.doubleValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}
