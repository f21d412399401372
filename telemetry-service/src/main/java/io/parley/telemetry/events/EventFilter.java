package io.parley.telemetry.events;

import io.parley.platform.pages.Cursor;
import io.parley.telemetry.input.Fields;
import io.parley.telemetry.pages.Position;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which events a page shows, newest first.
 *
 * @param from first moment, included
 * @param to last moment, excluded
 * @param after events follow this position
 */
record EventFilter(
        Optional<UUID> sessionId,
        Optional<String> subjectId,
        Optional<String> type,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Position> after,
        int limit) {

    private static final int MAX_LIMIT = 200;

    /** Reads a query; what is wrong with it is a 422 that names every parameter at fault. */
    static EventFilter of(EventQuery query) {
        Fields fields = new Fields();
        var sessionId = Optional.ofNullable(query.sessionId()).flatMap(text -> fields.uuid("sessionId", text));
        var subjectId = Optional.ofNullable(query.subjectId())
                .flatMap(text -> fields.name("subjectId", text, Fields.MAX_SUBJECT_LENGTH));
        var type = Optional.ofNullable(query.type()).flatMap(text -> fields.name("type", text, Fields.MAX_TYPE_LENGTH));
        var from = Optional.ofNullable(query.from()).flatMap(text -> fields.instant("from", text));
        var to = Optional.ofNullable(query.to()).flatMap(text -> fields.instant("to", text));
        var limit = fields.integer("limit", query.limit(), 1, MAX_LIMIT);
        fields.orThrow();
        return new EventFilter(
                sessionId,
                subjectId,
                type,
                from,
                to,
                Optional.ofNullable(query.after()).map(Cursor::parse).map(Position::of),
                limit.orElseThrow());
    }
}
