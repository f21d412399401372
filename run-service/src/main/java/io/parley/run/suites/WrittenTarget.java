package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.platform.local.ForLocal;
import io.parley.platform.problems.FieldError;
import io.parley.run.targets.DefinitionReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The target that a suite asks for: a registered one, or one that it defines.
 *
 * @param name null if it asks for none
 * @param definition with its name; null if it defines none
 */
@ForLocal
public record WrittenTarget(@Nullable String name, @Nullable JsonNode definition) {

    private static final String TARGET = "target";
    private static final String NAME = "name";

    static WrittenTarget of(JsonNode suite) {
        JsonNode written = suite.path(TARGET);
        if (written.isObject()) {
            JsonNode definition = named(written, suite);
            return new WrittenTarget(definition.get(NAME).asText(), definition);
        }
        return new WrittenTarget(written.asText(null), null);
    }

    /** What is wrong with a definition. */
    static List<FieldError> mistakes(Document document, DefinitionReader definitions) {
        JsonNode suite = document.value();
        return suite.path(TARGET).isObject()
                ? definitions.mistakes(named(suite.get(TARGET), suite)).stream()
                        .map(mistake -> at(document, mistake))
                        .toList()
                : List.of();
    }

    /** A definition that does not say its name has the suite's. */
    private static JsonNode named(JsonNode written, JsonNode suite) {
        ObjectNode definition = written.deepCopy();
        if (!definition.has(NAME)) {
            definition.put(NAME, suite.path(NAME).asText());
        }
        return definition;
    }

    private static FieldError at(Document document, FieldError mistake) {
        List<String> path = new ArrayList<>(List.of(TARGET));
        path.addAll(Arrays.asList(mistake.field().substring(1).split("/", -1)));
        return document.mistake(path, mistake.message());
    }
}
