package io.parley.gateway.answers;

import io.parley.platform.problems.ProblemType;

/** How a request can fail at the door. */
public final class GatewayProblems {

    public static final ProblemType UNAUTHORIZED =
            new ProblemType("unauthorized", 401, "A valid access token or API key is needed");
    public static final ProblemType NO_SUCH_PATH =
            new ProblemType("not-found", 404, "Nothing is served under this path");
    public static final ProblemType BODY_TOO_LARGE =
            new ProblemType("body-too-large", 413, "The request body is larger than this path takes");
    public static final ProblemType TIMED_OUT =
            new ProblemType("upstream-timeout", 504, "The service behind this path took too long");

    private GatewayProblems() {}
}
