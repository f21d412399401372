package io.parley.bench.scoring;

import java.util.Iterator;
import java.util.List;

/**
 * What to measure.
 *
 * @param cases of each suite, one turn each
 * @param repeat pairs of runs; the median is shown
 */
public record ScoringOptions(int cases, int repeat) {

    private static final ScoringOptions DEFAULTS = new ScoringOptions(1_000, 5);

    /** Reads {@code --name value} pairs; anything else is an {@link IllegalArgumentException}. */
    public static ScoringOptions of(List<String> arguments) {
        ScoringOptions options = DEFAULTS;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            if (!rest.hasNext()) {
                throw new IllegalArgumentException("a value is missing after " + name);
            }
            options = options.with(name, positive(rest.next()));
        }
        return options;
    }

    private ScoringOptions with(String name, int value) {
        return switch (name) {
            case "--cases" -> new ScoringOptions(value, repeat);
            case "--repeat" -> new ScoringOptions(cases, value);
            default -> throw new IllegalArgumentException("unknown option " + name);
        };
    }

    private static int positive(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException("expected a number above 0, not " + text);
        }
        return number;
    }
}
