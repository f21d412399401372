package io.parley.run.promptfoo;

import java.util.Optional;
import java.util.regex.Pattern;

/** Thresholds as they are written: numbers, and texts that JavaScript takes for numbers where it compares. */
final class Threshold {

    private static final String KEY = "threshold";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");

    private Threshold() {}

    /** Of what has one; one that is no number is a mistake, since without it nearly anything would pass. */
    static Optional<Double> of(Piece written) {
        Piece threshold = written.get(KEY);
        return threshold.isThere() ? Optional.of(checked(threshold)) : Optional.empty();
    }

    static Optional<Double> number(String text) {
        return Optional.of(text.strip())
                .filter(digits -> NUMBER.matcher(digits).matches())
                .map(Double::valueOf);
    }

    private static double checked(Piece threshold) {
        return Optional.of(threshold)
                .filter(written -> written.isText() || written.value().isNumber())
                .flatMap(written -> number(written.text()))
                .orElseThrow(() -> new Refused(threshold, "threshold must be a number, such as 0.8"));
    }
}
