package io.parley.bench.fuzz;

import java.util.Iterator;
import java.util.List;

/**
 * What to send.
 *
 * @param requests over all operations
 * @param seed of everything that is left to chance
 */
public record FuzzOptions(int requests, long seed) {

    private static final int USUAL = 20_000;

    /** Reads {@code --requests N} and {@code --seed N}; anything else is an {@link IllegalArgumentException}. */
    public static FuzzOptions of(List<String> arguments) {
        FuzzOptions options = new FuzzOptions(USUAL, System.nanoTime());
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            if (!rest.hasNext()) {
                throw new IllegalArgumentException("a value is missing after " + name);
            }
            options = options.with(name, rest.next());
        }
        return options;
    }

    private FuzzOptions with(String name, String value) {
        return switch (name) {
            case "--requests" -> new FuzzOptions(positive(value), seed);
            case "--seed" -> new FuzzOptions(requests, Long.parseLong(value));
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
