package io.parley.platform.problems;

/** Problems every endpoint can end in. */
final class AccessProblems {

    static final ProblemType UNAUTHORIZED =
            new ProblemType("unauthorized", 401, "A valid access token or API key is needed");
    static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403, "The role does not allow this");
    static final ProblemType INTERNAL = new ProblemType("internal", 500, "Something went wrong on our side");

    private AccessProblems() {}
}
