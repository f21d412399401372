package io.parley.platform.pages;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a request asks for.
 *
 * @param limit most items, 1 to {@value #MOST}
 * @param after sort key of the item before the first one, or null from the start
 */
public record Slice(int limit, @Nullable String after) {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    /** Reads the parameters of a request as they came; anything else than what a page takes is a 422. */
    public static Slice of(@Nullable String limit, @Nullable String after) {
        return new Slice(limit == null ? USUAL : parse(limit), after == null ? null : key(after));
    }

    /** Rows to ask for: one too many says that there is more. */
    public int rows() {
        return limit + 1;
    }

    /** The key that the slice begins after, read by {@code parse}; a key it cannot read is a 422. */
    public <K> Optional<K> after(Function<String, K> parse) {
        try {
            return Optional.ofNullable(after).map(parse);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }

    private static String key(String after) {
        String key = Cursor.parse(after).key();
        if (key.indexOf('\0') >= 0) { // no text of ours: the database knows no such character
            throw Cursor.invalid();
        }
        return key;
    }

    private static int parse(String limit) {
        try {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below
        }
        throw ProblemType.INVALID_INPUT.problem(
                List.of(new FieldError("limit", "must be a whole number from 1 to " + MOST)));
    }
}
