package io.parley.telemetry.counts;

import io.parley.platform.pages.Cursor;
import io.parley.telemetry.input.Fields;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which counts a page shows, by day and type.
 *
 * @param from first day, included
 * @param to last day, included
 * @param type only of this type
 * @param after counts follow this one
 */
record CountFilter(
        Optional<LocalDate> from, Optional<LocalDate> to, Optional<String> type, Optional<Position> after, int limit) {

    private static final int MAX_LIMIT = 200;
    private static final String SEPARATOR = "/";

    /** Where a page of counts ended. */
    record Position(LocalDate day, String type) {}

    /** Reads the parameters of a query; what is wrong with them is a 422 that names every one at fault. */
    static CountFilter of(
            @Nullable String from, @Nullable String to, @Nullable String type, String limit, @Nullable String after) {
        Fields fields = new Fields();
        var first = Optional.ofNullable(from).flatMap(text -> fields.day("from", text));
        var last = Optional.ofNullable(to).flatMap(text -> fields.day("to", text));
        var only = Optional.ofNullable(type).flatMap(text -> fields.name("type", text, Fields.MAX_TYPE_LENGTH));
        var most = fields.integer("limit", limit, 1, MAX_LIMIT);
        fields.orThrow();
        return new CountFilter(
                first,
                last,
                only,
                Optional.ofNullable(after).map(Cursor::parse).map(CountFilter::position),
                most.orElseThrow());
    }

    static Cursor cursor(CountView last) {
        return new Cursor(last.day() + SEPARATOR + last.type());
    }

    private static Position position(Cursor cursor) {
        String[] parts = cursor.key().split(SEPARATOR, 2);
        Fields fields = new Fields();
        if (parts.length == 2) {
            var day = fields.day("after", parts[0]);
            var type = fields.name("after", parts[1], Fields.MAX_TYPE_LENGTH);
            if (fields.errors().isEmpty()) {
                return new Position(day.orElseThrow(), type.orElseThrow());
            }
        }
        throw Cursor.invalid();
    }
}
