package io.parley.platform.pages;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next cursor to ask for the following part with, or null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Cuts a page out of rows that were asked for with {@code limit + 1}: one row too many says that there is more.
     *
     * @param cursor of the last row of the page
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()).toString());
    }
}
