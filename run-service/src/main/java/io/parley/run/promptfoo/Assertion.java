package io.parley.run.promptfoo;

import org.jspecify.annotations.Nullable;

/**
 * An assertion as it is written.
 *
 * @param type without the {@code not-} before it
 * @param inverse whether it had that
 * @param value of a file, if it is a reference to one that is no program
 */
record Assertion(
        Piece at,
        String type,
        boolean inverse,
        Piece value,
        @Nullable Double threshold) {

    private static final String NOT = "not-";

    static Assertion of(Piece written, Piece value) {
        String type = written.get("type").text();
        boolean inverse = type.startsWith(NOT);
        return new Assertion(
                written,
                inverse ? type.substring(NOT.length()) : type,
                inverse,
                value,
                Threshold.of(written).orElse(null));
    }

    double threshold(double usual) {
        return threshold == null ? usual : threshold;
    }

    /** A mistake that this assertion's author made. */
    Refused refused(String message) {
        return new Refused(at, type + " " + message);
    }

    /** The value as a text; where there is none, that is a mistake. */
    String text() {
        if (!value.isThere() || value.value().isContainerNode() || value.text().isEmpty()) {
            throw refused("needs a value that is a text");
        }
        return value.text();
    }
}
