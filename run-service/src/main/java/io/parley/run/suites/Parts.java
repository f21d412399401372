package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.platform.problems.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Turns that cases of a suite share. Looks only at values of the right type; the others are the schema's to refuse. */
final class Parts {

    /** Most turns of a case, those of its parts included. */
    private static final int MOST_TURNS = 100;

    private static final String INCLUDE = "include";

    private final Document document;
    private final JsonNode parts;
    private final List<FieldError> mistakes = new ArrayList<>();

    private Parts(Document document) {
        this.document = document;
        this.parts = document.value().path("parts");
    }

    /** The turns of a case, those of a part in the place where it is included. */
    static List<JsonNode> included(JsonNode turns, JsonNode parts) {
        return turns.valueStream()
                .flatMap(turn -> turn.has(INCLUDE)
                        ? parts.path(turn.get(INCLUDE).asText()).valueStream()
                        : Stream.of(turn))
                .toList();
    }

    /** Parts that include others, parts that are not there, and cases that become too long. */
    static List<FieldError> mistakes(Document document) {
        Parts parts = new Parts(document);
        parts.parts.properties().forEach(part -> parts.refuseIncludes(part.getKey(), part.getValue()));
        JsonNode cases = document.value().path("cases");
        for (int index = 0; cases.isArray() && index < cases.size(); index++) {
            parts.check(Integer.toString(index), cases.get(index).path("turns"));
        }
        return parts.mistakes;
    }

    private void refuseIncludes(String name, JsonNode turns) {
        for (int index = 0; turns.isArray() && index < turns.size(); index++) {
            if (turns.get(index).has(INCLUDE)) {
                refuse(
                        List.of("parts", name, Integer.toString(index), INCLUDE),
                        "must not stand in a part: parts include no parts");
            }
        }
    }

    private void check(String number, JsonNode turns) {
        for (int index = 0; turns.isArray() && index < turns.size(); index++) {
            JsonNode name = turns.get(index).path(INCLUDE);
            if (name.isTextual() && !parts.has(name.asText())) {
                refuse(
                        List.of("cases", number, "turns", Integer.toString(index), INCLUDE),
                        "must be the name of one of the suite's parts");
            }
        }
        if (turns.isArray() && included(turns, parts).size() > MOST_TURNS) {
            refuse(List.of("cases", number, "turns"), "come to more than %d with their parts".formatted(MOST_TURNS));
        }
    }

    private void refuse(List<String> path, String message) {
        mistakes.add(document.mistake(path, message));
    }
}
