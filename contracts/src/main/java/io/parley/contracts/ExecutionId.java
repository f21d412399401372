package io.parley.contracts;

import java.util.UUID;

/** Names one case of one run, asked once. */
public record ExecutionId(UUID value) implements Id {

    /** Reads the canonical UUID text; anything else is an {@link IllegalArgumentException}. */
    public static ExecutionId fromString(String text) {
        return new ExecutionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
