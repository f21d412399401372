package io.parley.run.targets;

import io.parley.platform.problems.ProblemType;

/** How requests about targets fail. */
final class TargetProblems {

    static final ProblemType NOT_FOUND = new ProblemType("target-not-found", 404, "No such target");
    static final ProblemType NAME_TAKEN =
            new ProblemType("target-name-taken", 409, "Another target of the workspace has this name");

    private TargetProblems() {}
}
