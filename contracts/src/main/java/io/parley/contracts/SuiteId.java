package io.parley.contracts;

import java.util.UUID;

/** Names a suite over all its revisions. */
public record SuiteId(UUID value) implements Id {

    /** Reads the canonical UUID text; anything else is an {@link IllegalArgumentException}. */
    public static SuiteId fromString(String text) {
        return new SuiteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
