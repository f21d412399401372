package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;

/**
 * A value of a document and where it begins.
 *
 * @param line from 1; of its key, when it has one
 * @param children of an object or a list, in the order of {@code value}'s
 */
record Located(JsonNode value, int line, List<Located> children) {

    static Located scalar(JsonNode value, int line) {
        return new Located(value, line, List.of());
    }

    Located at(int newLine) {
        return newLine == line ? this : new Located(value, newLine, children);
    }

    /** The line of the value that a path leads to, or of the innermost value on the way that is there. */
    int line(List<String> path) {
        Located place = this;
        for (String step : path) {
            int index = place.index(step);
            if (index < 0) {
                break;
            }
            place = place.children.get(index);
        }
        return place.line;
    }

    private int index(String step) {
        if (value.isArray()) {
            int index = Integer.parseInt(step);
            return index < children.size() ? index : -1;
        }
        Iterator<String> names = value.fieldNames();
        for (int index = 0; names.hasNext(); index++) {
            if (names.next().equals(step)) {
                return index;
            }
        }
        return -1;
    }
}
