package io.parley.bench.options;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Options that each take a whole number above 0. */
public record Numbers(Map<String, Integer> values) {

    public Numbers {
        values = Map.copyOf(values);
    }

    /**
     * Reads {@code --name value} pairs; anything else is an {@link IllegalArgumentException}.
     *
     * @param defaults every option there is, and what it is if it is not said
     */
    public static Numbers of(List<String> arguments, Map<String, Integer> defaults) {
        Map<String, Integer> values = new HashMap<>(defaults);
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            if (!defaults.containsKey(name)) {
                throw new IllegalArgumentException("unknown option " + name);
            }
            values.put(name, positive(name, rest.hasNext() ? rest.next() : ""));
        }
        return new Numbers(values);
    }

    /** What an option is. */
    public int of(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private static int positive(String name, String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(name + " takes a number above 0, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
