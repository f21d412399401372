package io.parley.validation.failures;

import io.parley.platform.problems.ProblemType;

/** How requests about groups of failures fail. */
final class FailureProblems {

    static final ProblemType NOT_FOUND = new ProblemType("failure-group-not-found", 404, "No such group of failures");

    private FailureProblems() {}
}
