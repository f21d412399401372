package io.parley.contracts;

import java.util.UUID;

/** Names the tenant that owns every other row. */
public record WorkspaceId(UUID value) implements Id {

    /** Reads the canonical UUID text; anything else is an {@link IllegalArgumentException}. */
    public static WorkspaceId fromString(String text) {
        return new WorkspaceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
