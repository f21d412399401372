package io.parley.telemetry.assessments;

import io.parley.platform.problems.ProblemType;

/** What can go wrong with assessments. */
final class AssessmentProblems {

    static final ProblemType NOT_ASSESSED =
            new ProblemType("no-evidence", 404, "There is no evidence of this subject's skills");

    static final ProblemType NOTHING_TO_FIT =
            new ProblemType("nothing-to-fit", 409, "No learner was observed with the skill");

    private AssessmentProblems() {}
}
