package io.parley.gateway.answers;

import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemType;
import java.time.Duration;

/** How a request can fail at the door. */
public final class GatewayProblems {

    public static final ProblemType UNAUTHORIZED =
            new ProblemType("unauthorized", 401, "A valid access token or API key is needed");
    public static final ProblemType NO_SUCH_PATH =
            new ProblemType("not-found", 404, "Nothing is served under this path");
    private static final ProblemType TOO_LARGE = new ProblemType("too-large", 413, "The body is too large");

    private static final ProblemType TOO_MANY =
            new ProblemType("too-many-requests", 429, "Too many requests were sent");

    public static final ProblemType TIMED_OUT =
            new ProblemType("upstream-timeout", 504, "The service behind this path took too long");

    private GatewayProblems() {}

    /**
     * A caller that sends more than it may.
     *
     * @param limit requests in a window
     */
    public static Problem tooManyRequests(long limit, Duration window) {
        return TOO_MANY.problem("At most " + limit + " requests in " + window.toSeconds()
                + " seconds. Nothing was done. Send it again later.");
    }

    /**
     * A body that is larger than its path takes.
     *
     * @param limit of the path, in bytes
     */
    public static Problem tooLarge(long limit) {
        return TOO_LARGE.problem("At most " + limit + " bytes are taken here.");
    }
}
