package io.parley.telemetry.pages;

import io.parley.platform.pages.Cursor;
import io.parley.telemetry.input.Fields;
import java.time.Instant;
import java.util.UUID;

/** Where a page ended: the time and id of its last row. */
public record Position(Instant at, UUID id) {

    private static final String SEPARATOR = "/";

    /** Reads a cursor; one that is not of such a list is a 422. */
    public static Position of(Cursor cursor) {
        String[] parts = cursor.key().split(SEPARATOR, 2);
        Fields fields = new Fields();
        if (parts.length == 2) {
            var at = fields.instant("after", parts[0]);
            var id = fields.uuid("after", parts[1]);
            if (fields.errors().isEmpty()) {
                return new Position(at.orElseThrow(), id.orElseThrow());
            }
        }
        throw Cursor.invalid();
    }

    public Cursor cursor() {
        return new Cursor(at + SEPARATOR + id);
    }
}
