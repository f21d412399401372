package io.parley.run.baselines;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemType;
import java.util.List;

/** How requests about baselines fail. */
final class BaselineProblems {

    static final ProblemType NOT_FOUND = new ProblemType("baseline-not-found", 404, "The branch has no baseline");

    private BaselineProblems() {}

    static Problem otherSuite() {
        return ProblemType.INVALID_INPUT.problem(List.of(new FieldError("/runId", "must be a run of this suite")));
    }
}
