package io.parley.run.comparison;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemType;
import java.util.List;

/** How requests to compare fail. */
final class ComparisonProblems {

    private ComparisonProblems() {}

    static Problem otherSuite() {
        return ProblemType.INVALID_INPUT.problem(List.of(new FieldError(
                "with", "must be a run of the same suite; runs of different suites have no cases in" + " common")));
    }
}
