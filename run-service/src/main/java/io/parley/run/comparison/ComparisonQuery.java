package io.parley.run.comparison;

import io.parley.contracts.RunId;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks to compare.
 *
 * @param with the earlier run
 * @param change to show the cases of; null for all
 */
record ComparisonQuery(RunId with, @Nullable Change change) {

    private static final String CHANGES =
            Arrays.stream(Change.values()).map(Change::name).collect(Collectors.joining(", "));

    /** Reads the parameters of a request as they came; anything that cannot be meant is a 422. */
    static ComparisonQuery of(@Nullable String with, @Nullable String change) {
        List<FieldError> mistakes = new ArrayList<>();
        RunId run = parse(with == null ? "" : with, RunId::fromString);
        Change wanted = change == null ? null : parse(change, Change::valueOf);
        if (run == null) {
            mistakes.add(new FieldError("with", "must be the id of the run to compare with"));
        }
        if (change != null && wanted == null) {
            mistakes.add(new FieldError("change", "must be one of " + CHANGES));
        }
        if (run == null || !mistakes.isEmpty()) {
            throw ProblemType.INVALID_INPUT.problem(mistakes);
        }
        return new ComparisonQuery(run, wanted);
    }

    private static <T> @Nullable T parse(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }
}
