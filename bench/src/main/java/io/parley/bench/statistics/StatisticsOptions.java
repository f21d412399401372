package io.parley.bench.statistics;

import java.util.List;

/**
 * What to measure.
 *
 * @param requests of each kind, one after another
 */
public record StatisticsOptions(int requests) {

    private static final int USUAL = 50;

    /** Reads {@code --requests N}; anything else is an {@link IllegalArgumentException}. */
    public static StatisticsOptions of(List<String> arguments) {
        if (arguments.isEmpty()) {
            return new StatisticsOptions(USUAL);
        }
        if (arguments.size() != 2 || !arguments.getFirst().equals("--requests")) {
            throw new IllegalArgumentException("expected --requests and a number, not " + String.join(" ", arguments));
        }
        int requests = Integer.parseInt(arguments.getLast());
        if (requests < 1) {
            throw new IllegalArgumentException("expected a number above 0, not " + requests);
        }
        return new StatisticsOptions(requests);
    }
}
