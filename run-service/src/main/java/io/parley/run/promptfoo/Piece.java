package io.parley.run.promptfoo;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parley.run.suites.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * A value of a file that knows where it stands. {@code $ref} to another place of the file is followed, and {@code <<} merged, as
 * promptfoo does; of what is not there the value is missing.
 *
 * @param lines of the file's values, by their paths
 */
record Piece(JsonNode value, JsonNode root, String file, ToIntFunction<List<String>> lines, List<String> path) {

    private static final String MERGE = "<<";
    private static final String REFERENCE = "$ref";
    private static final int MOST_REFERENCES = 20;

    /** A whole document. */
    static Piece of(String file, Document document) {
        return new Piece(document.value(), document.value(), file, document::line, List.of());
    }

    /** All of which stands in one line. */
    static Piece inLine(String file, int line, JsonNode value) {
        return new Piece(value, value, file, path -> line, List.of());
    }

    /** The same place, holding this instead. */
    Piece holding(JsonNode other) {
        return inLine(file, line(), other);
    }

    int line() {
        return lines.applyAsInt(path);
    }

    boolean isThere() {
        return !value.isMissingNode() && !value.isNull();
    }

    boolean isText() {
        return value.isTextual();
    }

    /** As JavaScript makes a text of it. */
    String text() {
        return Json.text(value);
    }

    boolean has(String key) {
        return get(key).isThere();
    }

    Piece get(String key) {
        if (value.has(key)) {
            return child(value.get(key), key).resolved(0);
        }
        return value.has(MERGE) ? mergedInto(key) : child(MissingNode.getInstance(), key);
    }

    /** Of an object, in the order in which they stand there. */
    Map<String, Piece> members() {
        Map<String, Piece> members = new LinkedHashMap<>();
        if (value.has(MERGE)) {
            get(MERGE).elements().forEach(merged -> members.putAll(merged.members()));
        }
        value.properties().forEach(member -> members.put(member.getKey(), get(member.getKey())));
        members.remove(MERGE);
        return members;
    }

    /** Of a list; of what is no list and is there, itself. */
    List<Piece> elements() {
        if (!value.isArray()) {
            return isThere() ? List.of(this) : List.of();
        }
        List<Piece> elements = new ArrayList<>();
        for (int index = 0; index < value.size(); index++) {
            elements.add(child(value.get(index), Integer.toString(index)).resolved(0));
        }
        return elements;
    }

    private Piece mergedInto(String key) {
        return child(value.get(MERGE), MERGE).elements().stream()
                .map(merged -> merged.get(key))
                .filter(Piece::isThere)
                .findFirst()
                .orElseGet(() -> child(MissingNode.getInstance(), key));
    }

    private Piece child(JsonNode node, String step) {
        return new Piece(
                node,
                root,
                file,
                lines,
                Stream.concat(path.stream(), Stream.of(step)).toList());
    }

    private Piece resolved(int followed) {
        String reference = value.path(REFERENCE).asText("");
        if (!reference.startsWith("#/") || followed == MOST_REFERENCES) {
            return this;
        }
        String pointer = reference.substring(1);
        List<String> steps = Arrays.stream(pointer.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
        JsonNode target = root.at(JsonPointer.compile(pointer));
        return target.isMissingNode() ? this : new Piece(target, root, file, lines, steps).resolved(followed + 1);
    }
}
