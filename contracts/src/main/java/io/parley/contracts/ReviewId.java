package io.parley.contracts;

import java.util.UUID;

/** Names an execution's place in the review queue. */
public record ReviewId(UUID value) implements Id {

    /** Reads the canonical UUID text; anything else is an {@link IllegalArgumentException}. */
    public static ReviewId fromString(String text) {
        return new ReviewId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
