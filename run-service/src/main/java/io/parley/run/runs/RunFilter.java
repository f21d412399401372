package io.parley.run.runs;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which runs of a list a request asks for; null leaves a part open.
 *
 * @param suiteId of this suite, any revision
 */
record RunFilter(@Nullable UUID suiteId, @Nullable RunStatus status) {

    /** Reads the parameters of a request as they came; anything that cannot be meant is a 422. */
    static RunFilter of(@Nullable String suiteId, @Nullable String status) {
        List<FieldError> mistakes = new ArrayList<>();
        RunFilter filter = new RunFilter(
                parse(suiteId, UUID::fromString, "suiteId", "must be the id of a suite", mistakes::add),
                parse(status, RunStatus::valueOf, "status", "must be RUNNING, COMPLETED or CANCELLED", mistakes::add));
        if (!mistakes.isEmpty()) {
            throw ProblemType.INVALID_INPUT.problem(mistakes);
        }
        return filter;
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
