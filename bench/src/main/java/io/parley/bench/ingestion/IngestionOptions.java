package io.parley.bench.ingestion;

import java.util.Iterator;
import java.util.List;

/**
 * What to measure.
 *
 * @param seconds how long each phase sends
 * @param connections senders, each with one request at a time
 */
public record IngestionOptions(int seconds, int connections) {

    private static final IngestionOptions DEFAULTS = new IngestionOptions(20, 16);

    /** Reads {@code --name value} pairs; anything else is an {@link IllegalArgumentException}. */
    public static IngestionOptions of(List<String> arguments) {
        IngestionOptions options = DEFAULTS;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            if (!rest.hasNext()) {
                throw new IllegalArgumentException("a value is missing after " + name);
            }
            options = options.with(name, Integer.parseInt(rest.next()));
        }
        return options;
    }

    private IngestionOptions with(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("expected a number above 0 after " + name + ", not " + value);
        }
        return switch (name) {
            case "--seconds" -> new IngestionOptions(value, connections);
            case "--connections" -> new IngestionOptions(seconds, value);
            default -> throw new IllegalArgumentException("unknown option " + name);
        };
    }
}
