package io.parley.validation.models;

import io.parley.platform.problems.ProblemType;

/** How requests about models fail. */
final class ModelProblems {

    static final ProblemType NOT_FOUND = new ProblemType("model-not-found", 404, "No such model");
    static final ProblemType NAME_TAKEN =
            new ProblemType("model-name-taken", 409, "Another model of the workspace has this name");

    private ModelProblems() {}
}
