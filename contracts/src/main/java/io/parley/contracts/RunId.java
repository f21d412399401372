package io.parley.contracts;

import java.util.UUID;

/** Names one run of a suite revision against a target. */
public record RunId(UUID value) implements Id {

    /** Reads the canonical UUID text; anything else is an {@link IllegalArgumentException}. */
    public static RunId fromString(String text) {
        return new RunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
