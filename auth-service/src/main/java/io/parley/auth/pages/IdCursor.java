package io.parley.auth.pages;

import io.parley.platform.pages.Cursor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cursors of lists that are sorted by an id. */
public final class IdCursor {

    private IdCursor() {}

    /** The id after which the page starts, or null for the first page. Nonsense is a 422. */
    public static @Nullable UUID parse(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.parse(after).key());
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.invalid();
        }
    }

    public static Cursor of(UUID last) {
        return new Cursor(last.toString());
    }
}
