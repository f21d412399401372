package io.parley.run.runs;

import io.parley.platform.problems.ProblemType;

/** How requests about runs fail. */
final class RunProblems {

    static final ProblemType NOT_FOUND = new ProblemType("run-not-found", 404, "No such run");
    static final ProblemType ENDED = new ProblemType("run-ended", 409, "The run has ended already");
    static final ProblemType NOT_OVER = new ProblemType("run-not-over", 409, "The run is not over yet");
    static final ProblemType CANCELLED = new ProblemType("run-cancelled", 409, "The run was cancelled");
    static final ProblemType NOTHING_CHOSEN = new ProblemType("nothing-chosen", 422, "The run would hold no case");
    static final ProblemType NOTHING_TO_RETRY =
            new ProblemType("nothing-to-retry", 409, "No execution of the run is FAIL or ERROR");
    static final ProblemType KEY_REUSED =
            new ProblemType("idempotency-key-reused", 409, "The idempotency key was used for another run");

    private RunProblems() {}
}
