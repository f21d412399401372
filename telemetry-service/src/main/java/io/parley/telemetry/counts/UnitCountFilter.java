package io.parley.telemetry.counts;

import io.parley.platform.pages.Cursor;
import io.parley.telemetry.input.Fields;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which counts of hours or minutes a page shows, by time and type.
 *
 * @param from first moment, included: an hour or minute that begins before it is left out
 * @param to last moment, excluded
 * @param type only of this type
 * @param after counts follow this one
 */
record UnitCountFilter(
        Optional<Instant> from, Optional<Instant> to, Optional<String> type, Optional<Position> after, int limit) {

    private static final int MAX_LIMIT = 200;
    private static final String SEPARATOR = "/";

    /** Where a page of counts ended. */
    record Position(Instant start, String type) {}

    /** Reads the parameters of a query; what is wrong with them is a 422 that names every one at fault. */
    static UnitCountFilter of(
            @Nullable String from, @Nullable String to, @Nullable String type, String limit, @Nullable String after) {
        Fields fields = new Fields();
        var first = Optional.ofNullable(from).flatMap(text -> fields.instant("from", text));
        var last = Optional.ofNullable(to).flatMap(text -> fields.instant("to", text));
        var only = Optional.ofNullable(type).flatMap(text -> fields.name("type", text, Fields.MAX_TYPE_LENGTH));
        var most = fields.integer("limit", limit, 1, MAX_LIMIT);
        fields.orThrow();
        return new UnitCountFilter(
                first,
                last,
                only,
                Optional.ofNullable(after).map(Cursor::parse).map(UnitCountFilter::position),
                most.orElseThrow());
    }

    static Cursor cursor(UnitCountView last) {
        return new Cursor(last.start() + SEPARATOR + last.type());
    }

    private static Position position(Cursor cursor) {
        String[] parts = cursor.key().split(SEPARATOR, 2);
        Fields fields = new Fields();
        if (parts.length == 2) {
            var start = fields.instant("after", parts[0]);
            var type = fields.name("after", parts[1], Fields.MAX_TYPE_LENGTH);
            if (fields.errors().isEmpty()) {
                return new Position(start.orElseThrow(), type.orElseThrow());
            }
        }
        throw Cursor.invalid();
    }
}
