package io.parley.run.rescoring;

import io.parley.platform.problems.ProblemType;

/** How requests to judge again fail. */
final class RescoringProblems {

    static final ProblemType NOTHING_TO_JUDGE = new ProblemType(
            "nothing-to-judge", 409, "No execution of the run is an ERROR whose conversation was held to its end");

    static final ProblemType NOTHING_IN_COMMON =
            new ProblemType("nothing-in-common", 409, "The revision has no case that the run held a conversation of");

    private RescoringProblems() {}
}
