package io.parley.run.comparison;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemType;
import java.util.List;

/** How requests to compare fail. */
final class ComparisonProblems {

    private ComparisonProblems() {}

    /** @param field that names the run */
    static Problem otherSuite(String field) {
        return ProblemType.INVALID_INPUT.problem(List.of(new FieldError(
                field, "must be a run of the same suite; runs of different suites have no cases in common")));
    }
}
