package io.parley.local.runs;

import io.parley.platform.problems.ProblemType;

/** How requests about runs fail. */
final class LocalRunProblems {

    static final ProblemType NOT_FOUND = new ProblemType("run-not-found", 404, "No such run");
    static final ProblemType NO_EXECUTION = new ProblemType("execution-not-found", 404, "No such execution");
    static final ProblemType NOT_OVER = new ProblemType("run-not-over", 409, "The run is not over yet");

    private LocalRunProblems() {}
}
