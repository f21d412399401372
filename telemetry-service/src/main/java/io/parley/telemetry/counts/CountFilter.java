package io.parley.telemetry.counts;

import io.parley.platform.pages.Cursor;
import io.parley.telemetry.input.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which counts a page shows, by time and type.
 *
 * @param <T> how the time is told: days, or moments at which an hour or a minute begins
 * @param from first day or moment, included
 * @param to last day, included; or last moment, excluded
 * @param type only of this type
 * @param after counts follow this one
 */
record CountFilter<T>(Optional<T> from, Optional<T> to, Optional<String> type, Optional<Position<T>> after, int limit) {

    private static final int MAX_LIMIT = 200;
    private static final String SEPARATOR = "/";

    /** Where a page of counts ended. */
    record Position<T>(T time, String type) {}

    /** Reads the parameters of a query by days; what is wrong with them is a 422 that names every one at fault. */
    static CountFilter<LocalDate> ofDays(
            @Nullable String from, @Nullable String to, @Nullable String type, String limit, @Nullable String after) {
        return of(Fields::day, from, to, type, limit, after);
    }

    /** As {@link #ofDays}, by moments. */
    static CountFilter<Instant> ofMoments(
            @Nullable String from, @Nullable String to, @Nullable String type, String limit, @Nullable String after) {
        return of(Fields::instant, from, to, type, limit, after);
    }

    private static <T> CountFilter<T> of(
            Times<T> times,
            @Nullable String from,
            @Nullable String to,
            @Nullable String type,
            String limit,
            @Nullable String after) {
        Fields fields = new Fields();
        var first = Optional.ofNullable(from).flatMap(text -> times.read(fields, "from", text));
        var last = Optional.ofNullable(to).flatMap(text -> times.read(fields, "to", text));
        var only = Optional.ofNullable(type).flatMap(text -> fields.name("type", text, Fields.MAX_TYPE_LENGTH));
        var most = fields.integer("limit", limit, 1, MAX_LIMIT);
        fields.orThrow();
        return new CountFilter<>(
                first,
                last,
                only,
                Optional.ofNullable(after).map(Cursor::parse).map(cursor -> position(times, cursor)),
                most.orElseThrow());
    }

    static Cursor cursor(CountView last) {
        return cursor(last.day(), last.type());
    }

    static Cursor cursor(UnitCountView last) {
        return cursor(last.start(), last.type());
    }

    private static Cursor cursor(Object time, String type) {
        return new Cursor(time + SEPARATOR + type);
    }

    private static <T> Position<T> position(Times<T> times, Cursor cursor) {
        String[] parts = cursor.key().split(SEPARATOR, 2);
        Fields fields = new Fields();
        if (parts.length == 2) {
            var time = times.read(fields, "after", parts[0]);
            var type = fields.name("after", parts[1], Fields.MAX_TYPE_LENGTH);
            if (fields.errors().isEmpty()) {
                return new Position<>(time.orElseThrow(), type.orElseThrow());
            }
        }
        throw Cursor.invalid();
    }

    /** How a time is read of a parameter. */
    @FunctionalInterface
    private interface Times<T> {

        Optional<T> read(Fields fields, String name, String text);
    }
}
