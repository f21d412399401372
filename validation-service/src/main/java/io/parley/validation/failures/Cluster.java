package io.parley.validation.failures;

import io.parley.validation.meaning.Meaning;
import java.util.List;

/**
 * Failures of one cause.
 *
 * @param failures not empty; the one that is most like all of them first
 * @param centre what they have in common
 */
record Cluster(List<Failure> failures, Meaning centre) {

    private static final int LONGEST_LABEL = 160;

    Failure example() {
        return failures.getFirst();
    }

    /** What to call it as long as nobody has named it. */
    String label() {
        Failure example = example();
        String label = example.type() + ": " + example.reason();
        return label.codePointCount(0, label.length()) <= LONGEST_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL)) + "…";
    }
}
