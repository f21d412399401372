package io.parley.run.executions;

import io.parley.platform.problems.ProblemType;

/** How requests about executions fail. */
final class ExecutionProblems {

    static final ProblemType NOT_FOUND = new ProblemType("execution-not-found", 404, "No such execution of this run");

    private ExecutionProblems() {}
}
