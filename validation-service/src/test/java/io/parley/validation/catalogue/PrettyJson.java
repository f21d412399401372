package io.parley.validation.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.Collectors;

/** JSON as people write it: a value that fits into a line has one, the others have a line for each of their parts. */
final class PrettyJson {

    private static final int WIDTH = 120;

    private PrettyJson() {}

    static String of(JsonNode value) {
        return written(value, "", 0) + "\n";
    }

    /** @param before so many characters stand in the line already */
    private static String written(JsonNode value, String indent, int before) {
        String line = line(value);
        if (!value.isContainerNode() || value.isEmpty() || (fits(line, indent, before) && !isNested(value))) {
            return line;
        }
        String inner = indent + "  ";
        return value.isArray()
                ? block("[", elements(value, inner), indent, "]")
                : block("{", members(value, inner), indent, "}");
    }

    private static boolean fits(String line, String indent, int before) {
        return indent.length() + before + line.length() <= WIDTH;
    }

    /** A line of objects in objects in objects is short and hard to read. */
    private static boolean isNested(JsonNode value) {
        return value.isObject() && depth(value) > 3;
    }

    private static int depth(JsonNode value) {
        int deepest = 0;
        for (JsonNode part : value) {
            deepest = Math.max(deepest, depth(part));
        }
        return deepest + (value.isContainerNode() ? 1 : 0);
    }

    private static List<String> elements(JsonNode array, String indent) {
        return array.valueStream()
                .map(element -> indent + written(element, indent, 0))
                .toList();
    }

    private static List<String> members(JsonNode object, String indent) {
        return object.propertyStream()
                .map(member -> {
                    String key = TextNode.valueOf(member.getKey()) + ": ";
                    return indent + key + written(member.getValue(), indent, key.length());
                })
                .toList();
    }

    private static String block(String open, List<String> lines, String indent, String close) {
        return open + "\n" + String.join(",\n", lines) + "\n" + indent + close;
    }

    private static String line(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(PrettyJson::line).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isObject()
                ? value.propertyStream()
                        .map(member -> TextNode.valueOf(member.getKey()) + ": " + line(member.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"))
                : value.toString();
    }
}
