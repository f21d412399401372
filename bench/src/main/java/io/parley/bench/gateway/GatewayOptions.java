package io.parley.bench.gateway;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What to measure.
 *
 * @param connections that send requests
 * @param seconds of sending, after as many to warm up
 * @param mebibytes of a body in each direction
 * @param haproxy its executable, to compare with
 * @param spring whether to compare with a Spring Cloud Gateway
 */
public record GatewayOptions(int connections, int seconds, int mebibytes, Optional<Path> haproxy, boolean spring) {

    private static final GatewayOptions DEFAULTS = new GatewayOptions(64, 20, 1024, Optional.empty(), false);

    /** Reads {@code --spring} and {@code --name value} pairs; anything else is an {@link IllegalArgumentException}. */
    public static GatewayOptions of(List<String> arguments) {
        GatewayOptions options = DEFAULTS;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            options = name.equals("--spring") ? options.withSpring() : options.with(name, value(name, rest));
        }
        return options;
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("a value is missing after " + name);
        }
        return rest.next();
    }

    private GatewayOptions withSpring() {
        return new GatewayOptions(connections, seconds, mebibytes, haproxy, true);
    }

    private GatewayOptions with(String name, String value) {
        return switch (name) {
            case "--connections" -> new GatewayOptions(positive(value), seconds, mebibytes, haproxy, spring);
            case "--seconds" -> new GatewayOptions(connections, positive(value), mebibytes, haproxy, spring);
            case "--mebibytes" -> new GatewayOptions(connections, seconds, positive(value), haproxy, spring);
            case "--haproxy" ->
                new GatewayOptions(connections, seconds, mebibytes, Optional.of(Path.of(value)), spring);
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
