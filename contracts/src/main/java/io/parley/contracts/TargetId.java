package io.parley.contracts;

import java.util.UUID;

/** Names a registered target. */
public record TargetId(UUID value) implements Id {

    /** Reads the canonical UUID text; anything else is an {@link IllegalArgumentException}. */
    public static TargetId fromString(String text) {
        return new TargetId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
