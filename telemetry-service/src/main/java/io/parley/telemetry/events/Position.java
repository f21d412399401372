package io.parley.telemetry.events;

import io.parley.platform.pages.Cursor;
import io.parley.telemetry.input.Fields;
import java.time.Instant;
import java.util.UUID;

/** Where a page of events ended. */
record Position(Instant occurredAt, UUID eventId) {

    private static final String SEPARATOR = "/";

    static Position of(Cursor cursor) {
        String[] parts = cursor.key().split(SEPARATOR, 2);
        Fields fields = new Fields();
        if (parts.length == 2) {
            var occurredAt = fields.instant("after", parts[0]);
            var eventId = fields.uuid("after", parts[1]);
            if (fields.errors().isEmpty()) {
                return new Position(occurredAt.orElseThrow(), eventId.orElseThrow());
            }
        }
        throw Cursor.invalid();
    }

    static Cursor cursor(EventView last) {
        return new Cursor(last.occurredAt() + SEPARATOR + last.eventId());
    }
}
