package io.parley.local.suites;

import io.parley.platform.problems.ProblemType;

/** What is wrong with suites, where there is no platform to carry them out. */
final class LocalSuiteProblems {

    static final ProblemType NOT_FOUND = new ProblemType("suite-not-found", 404, "No such suite");
    static final ProblemType NEEDS_PLATFORM =
            new ProblemType("needs-platform", 422, "This cannot be carried out with --local");
    static final ProblemType NOT_SET = new ProblemType("variable-not-set", 422, "A secret is not there");

    private LocalSuiteProblems() {}
}
