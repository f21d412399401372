package io.parley.run.promptfoo;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.run.suites.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A value of a file that knows where it stands. {@code $ref} to another place of the file is followed, and {@code <<} merged, as
 * promptfoo does. A reference to anything else is refused: who leaves it out leaves out what it asks for.
 *
 * @param followed how many references and merged keys led here, one inside another
 */
record Piece(JsonNode value, Origin origin, List<String> path, int followed) {

    private static final String MERGE = "<<";
    private static final String REFERENCE = "$ref";
    private static final int DEEPEST = 50;

    /** A whole document. */
    static Piece of(String file, Document document) {
        return new Piece(document.value(), new Origin(file, document.value(), document::line), List.of(), 0);
    }

    /** All of which stands in one line. */
    static Piece inLine(String file, int line, JsonNode value) {
        return new Piece(value, new Origin(file, value, path -> line), List.of(), 0);
    }

    /** The same place, holding this instead. */
    Piece holding(JsonNode other) {
        return inLine(file(), line(), other);
    }

    String file() {
        return origin.file();
    }

    int line() {
        return origin.line(path);
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
            return child(value.get(key), key).resolved();
        }
        return merged().stream()
                .map(merged -> merged.get(key))
                .filter(Piece::isThere)
                .findFirst()
                .orElseGet(() -> child(MissingNode.getInstance(), key));
    }

    /** Of an object, those that are merged into it first. */
    Map<String, Piece> members() {
        Map<String, Piece> members = new LinkedHashMap<>();
        merged().reversed().forEach(merged -> members.putAll(merged.members()));
        origin.follow(this, members.size());
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
            elements.add(child(value.get(index), Integer.toString(index)).resolved());
        }
        return elements;
    }

    /** Those that stand under the key that merges, the first of which goes before the others. */
    private List<Piece> merged() {
        return value.has(MERGE) ? further(get(MERGE)).elements() : List.of();
    }

    private Piece child(JsonNode node, String step) {
        return new Piece(
                node, origin, Stream.concat(path.stream(), Stream.of(step)).toList(), followed);
    }

    private Piece resolved() {
        JsonNode reference = value.path(REFERENCE);
        return reference.isTextual()
                ? beside(further(target(reference.asText())).resolved())
                : this;
    }

    private Piece target(String reference) {
        if (!reference.startsWith("#/")) {
            throw new Refused(
                    this,
                    "refers to %s; a $ref must name a place of the same file, such as '#/templates/polite'"
                            .formatted(reference));
        }
        String pointer = reference.substring(1);
        List<String> steps = Arrays.stream(pointer.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
        JsonNode target = origin.root().at(JsonPointer.compile(pointer));
        if (target.isMissingNode()) {
            throw new Refused(this, "refers to %s, where nothing stands in this file".formatted(reference));
        }
        return new Piece(target, origin, steps, followed);
    }

    /** What a reference leads to, under what stands beside the reference. */
    private Piece beside(Piece target) {
        if (value.size() == 1 || !target.value.isObject()) {
            return target;
        }
        ObjectNode both = Json.object();
        target.value.properties().forEach(member -> both.set(member.getKey(), member.getValue()));
        value.properties().forEach(member -> both.set(member.getKey(), member.getValue()));
        both.remove(REFERENCE);
        origin.follow(this, both.size());
        return new Piece(both, origin, path, target.followed);
    }

    /** One that this leads to. */
    private Piece further(Piece next) {
        if (next.followed == DEEPEST) {
            throw new Refused(
                    this,
                    "is the last of %d references or merged keys inside each other; do they lead back to themselves?"
                            .formatted(DEEPEST));
        }
        origin.follow(this, 1);
        return new Piece(next.value, origin, next.path, next.followed + 1);
    }
}
