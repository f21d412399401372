package io.parley.run.executions;

import io.parley.contracts.Verdict;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which executions of a run a request asks for; null leaves a part open. */
record ExecutionFilter(@Nullable Verdict verdict, @Nullable ExecutionStatus status) {

    /** Reads the parameters of a request as they came; anything that cannot be meant is a 422. */
    static ExecutionFilter of(@Nullable String verdict, @Nullable String status) {
        List<FieldError> mistakes = new ArrayList<>();
        ExecutionFilter filter = new ExecutionFilter(
                parse(Verdict.class, verdict, "verdict", mistakes),
                parse(ExecutionStatus.class, status, "status", mistakes));
        if (!mistakes.isEmpty()) {
            throw ProblemType.INVALID_INPUT.problem(mistakes);
        }
        return filter;
    }

    /** The filter as SQL. The values stand in the text, so that the planner can use the index that each one has. */
    String condition() {
        return (verdict == null ? "" : " and e.verdict = '" + verdict.name() + "'")
                + (status == null ? "" : " and e.status = '" + status.name() + "'");
    }

    private static <E extends Enum<E>> @Nullable E parse(
            Class<E> type, @Nullable String text, String field, List<FieldError> mistakes) {
        try {
            return text == null ? null : Enum.valueOf(type, text);
        } catch (IllegalArgumentException notOne) {
            String known =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
            mistakes.add(new FieldError(field, "must be one of " + known));
            return null;
        }
    }
}
