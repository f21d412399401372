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
 * @param sockets that are open and idle
 * @param haproxy its executable, to compare with
 */
public record GatewayOptions(int connections, int seconds, int mebibytes, int sockets, Optional<Path> haproxy) {

    private static final GatewayOptions DEFAULTS = new GatewayOptions(64, 20, 1024, 10_000, Optional.empty());

    /** Reads {@code --name value} pairs; anything else is an {@link IllegalArgumentException}. */
    public static GatewayOptions of(List<String> arguments) {
        GatewayOptions options = DEFAULTS;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            if (!rest.hasNext()) {
                throw new IllegalArgumentException("a value is missing after " + name);
            }
            options = options.with(name, rest.next());
        }
        return options;
    }

    private GatewayOptions with(String name, String value) {
        return switch (name) {
            case "--connections" -> new GatewayOptions(positive(value), seconds, mebibytes, sockets, haproxy);
            case "--seconds" -> new GatewayOptions(connections, positive(value), mebibytes, sockets, haproxy);
            case "--mebibytes" -> new GatewayOptions(connections, seconds, positive(value), sockets, haproxy);
            case "--sockets" -> new GatewayOptions(connections, seconds, mebibytes, positive(value), haproxy);
            case "--haproxy" ->
                new GatewayOptions(connections, seconds, mebibytes, sockets, Optional.of(Path.of(value)));
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
