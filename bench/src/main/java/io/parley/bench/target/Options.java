package io.parley.bench.target;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a mock target starts.
 *
 * @param port for messages, 0 for a free one
 * @param controlPort for orders, 0 for a free one
 * @param delay of every answer
 */
record Options(int port, int controlPort, Duration delay) {

    private static final List<String> NAMES = List.of("--port", "--control-port", "--delay");

    /** Reads {@code --name number} pairs; anything else is an {@link IllegalArgumentException}. */
    static Options of(String... arguments) {
        Map<String, Integer> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("expected a number after one of " + NAMES + ": " + arguments[i]);
            }
            given.put(arguments[i], Integer.valueOf(arguments[i + 1]));
        }
        return new Options(
                given.getOrDefault("--port", 0),
                given.getOrDefault("--control-port", 0),
                Duration.ofMillis(given.getOrDefault("--delay", 0)));
    }
}
