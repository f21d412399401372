package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The document that pieces stand in. It counts what they lead to: a few lines that refer to each other twice lead to more places than
 * anybody could visit.
 */
final class Origin {

    private static final int MOST_STEPS = 1_000_000;

    private final String file;
    private final JsonNode root;
    private final ToIntFunction<List<String>> lines;
    private int steps;

    /** @param lines of the document's values, by their paths */
    Origin(String file, JsonNode root, ToIntFunction<List<String>> lines) {
        this.file = file;
        this.root = root;
        this.lines = lines;
    }

    String file() {
        return file;
    }

    JsonNode root() {
        return root;
    }

    int line(List<String> path) {
        return lines.applyAsInt(path);
    }

    /** Takes steps that references and merged keys of this piece cost. */
    void follow(Piece from, int more) {
        steps += more;
        if (steps > MOST_STEPS) {
            throw new Refused(
                    from,
                    "refers, with all other references of the file, to more than %,d places; write out what they refer to"
                            .formatted(MOST_STEPS));
        }
    }
}
