package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.platform.problems.FieldError;
import io.parley.run.foreign.JsonTabs;
import java.util.List;

/**
 * A YAML or JSON text as a tree of values that knows its lines.
 *
 * @param mistakes what is wrong with the text itself, such as a key that stands there twice
 */
public record Document(Located content, List<FieldError> mistakes) {

    /**
     * Reads one document of YAML 1.2, of which JSON is part.
     *
     * @throws io.parley.platform.problems.Problem with its line, where the text is not well-formed
     */
    public static Document read(String text) {
        return DocumentReader.read(JsonTabs.replaced(text));
    }

    public JsonNode value() {
        return content.value();
    }

    /** The line of the value that a path leads to, or of the innermost value on the way that is there. */
    public int line(List<String> path) {
        return content.line(path);
    }

    /** A mistake at the value a path leads to. */
    FieldError mistake(List<String> path, String message) {
        return new FieldError(pointer(path), message, content.line(path));
    }

    /** JSON Pointer (RFC 6901) of a path. */
    static String pointer(Iterable<String> path) {
        StringBuilder pointer = new StringBuilder();
        for (String step : path) {
            pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
