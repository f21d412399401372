package io.parley.validation.reviews;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which reviews a request asks for; null leaves a part open.
 *
 * @param open those that are not settled, or those that are
 * @param mine those whose lease the caller has, or those whose lease the caller does not have
 * @param run of this run
 * @param caseName of cases of exactly this name
 */
record ReviewFilter(
        @Nullable Boolean open,
        @Nullable Boolean mine,
        @Nullable UUID run,
        @Nullable String caseName) {

    /** Reads the parameters of a request as they came; anything that cannot be meant is a 422. */
    static ReviewFilter of(
            @Nullable String open, @Nullable String mine, @Nullable String run, @Nullable String caseName) {
        List<FieldError> mistakes = new ArrayList<>();
        ReviewFilter filter = new ReviewFilter(
                parse(open, Flag::parse, "open", Flag.EXPECTED, mistakes::add),
                parse(mine, Flag::parse, "mine", Flag.EXPECTED, mistakes::add),
                parse(run, UUID::fromString, "run", "must be the id of a run", mistakes::add),
                parse(caseName, ReviewFilter::text, "case", "must not hold the character U+0000", mistakes::add));
        if (!mistakes.isEmpty()) {
            throw ProblemType.INVALID_INPUT.problem(mistakes);
        }
        return filter;
    }

    /** The part of the filter for which there is an index, as SQL: values in the text let the planner see that. */
    String condition() {
        if (open == null) {
            return "";
        }
        return open ? " and r.state <> 'SETTLED'" : " and r.state = 'SETTLED'";
    }

    private static String text(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("U+0000");
        }
        return text;
    }

    private static <T> @Nullable T parse(
            @Nullable String text,
            Function<String, T> parse,
            String field,
            String message,
            Consumer<FieldError> mistaken) {
        try {
            return text == null ? null : parse.apply(text);
        } catch (IllegalArgumentException notOne) {
            mistaken.accept(new FieldError(field, message));
            return null;
        }
    }
}
