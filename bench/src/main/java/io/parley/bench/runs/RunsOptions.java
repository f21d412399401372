package io.parley.bench.runs;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to measure.
 *
 * @param sizes cases of the suites, the smallest first
 * @param repeat runs of each scenario; the median is shown
 * @param workers execution workers of the platform
 */
public record RunsOptions(List<Integer> sizes, int repeat, int workers) {

    private static final RunsOptions DEFAULTS = new RunsOptions(List.of(1_000, 10_000), 3, 2);

    /** Reads {@code --name value} pairs; anything else is an {@link IllegalArgumentException}. */
    public static RunsOptions of(List<String> arguments) {
        RunsOptions options = DEFAULTS;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            if (!rest.hasNext()) {
                throw new IllegalArgumentException("a value is missing after " + name);
            }
            options = options.with(name, rest.next());
        }
        return options;
    }

    private RunsOptions with(String name, String value) {
        return switch (name) {
            case "--cases" ->
                new RunsOptions(
                        Stream.of(value.split(",", -1))
                                .map(RunsOptions::positive)
                                .sorted()
                                .toList(),
                        repeat,
                        workers);
            case "--repeat" -> new RunsOptions(sizes, positive(value), workers);
            case "--workers" -> new RunsOptions(sizes, repeat, positive(value));
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
