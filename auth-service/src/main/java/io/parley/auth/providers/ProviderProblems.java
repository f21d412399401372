package io.parley.auth.providers;

import io.parley.platform.problems.ProblemType;

final class ProviderProblems {

    static final ProblemType WORKSPACE_NOT_FOUND = new ProblemType("workspace-not-found", 404, "No such workspace");
    static final ProblemType NO_PROVIDER =
            new ProblemType("no-identity-provider", 404, "The workspace has no identity provider");

    private ProviderProblems() {}
}
