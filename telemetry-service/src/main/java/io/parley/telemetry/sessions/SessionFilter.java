package io.parley.telemetry.sessions;

import io.parley.platform.pages.Cursor;
import io.parley.telemetry.input.Fields;
import io.parley.telemetry.pages.Position;
import java.time.Instant;
import java.util.Optional;

/**
 * Which sessions a page shows, those that began last first.
 *
 * @param open only open, or only closed ones
 * @param from first moment of the beginning, included
 * @param to last moment of the beginning, excluded
 * @param after sessions follow this position
 */
record SessionFilter(
        Optional<String> subjectId,
        Optional<Boolean> open,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Position> after,
        int limit) {

    private static final int MAX_LIMIT = 200;

    /** Reads a query; what is wrong with it is a 422 that names every parameter at fault. */
    static SessionFilter of(SessionQuery query) {
        Fields fields = new Fields();
        var subjectId = Optional.ofNullable(query.subjectId())
                .flatMap(text -> fields.name("subjectId", text, Fields.MAX_SUBJECT_LENGTH));
        var open = Optional.ofNullable(query.state()).flatMap(text -> open(fields, text));
        var from = Optional.ofNullable(query.from()).flatMap(text -> fields.instant("from", text));
        var to = Optional.ofNullable(query.to()).flatMap(text -> fields.instant("to", text));
        var limit = fields.integer("limit", query.limit(), 1, MAX_LIMIT);
        fields.orThrow();
        return new SessionFilter(
                subjectId,
                open,
                from,
                to,
                Optional.ofNullable(query.after()).map(Cursor::parse).map(Position::of),
                limit.orElseThrow());
    }

    private static Optional<Boolean> open(Fields fields, String state) {
        return switch (state) {
            case "open" -> Optional.of(true);
            case "closed" -> Optional.of(false);
            default -> fields.refuse("state", "must be open or closed");
        };
    }
}
