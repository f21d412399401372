package io.parley.gateway.answers;

import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemType;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

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

    private static final ProblemType TOO_SLOW = new ProblemType("too-slow", 408, "The request took too long to come");

    /** After these nobody knows where the next request on the connection begins. */
    static final Set<ProblemType> LAST_ON_THEIR_CONNECTION = Set.of(ProblemType.MALFORMED, TOO_SLOW);

    private GatewayProblems() {}

    /**
     * A body that is not through in time. Its connection ends with the answer.
     *
     * @param longest time for it
     */
    public static Problem tooSlow(Duration longest) {
        return TOO_SLOW.problem("The whole body must come within " + longest.toSeconds() + " seconds.");
    }

    /** A request of which nobody can say for sure what it is. Its connection ends with the answer. */
    public static Problem malformed(String detail) {
        return ProblemType.MALFORMED.problem(detail);
    }

    /** What it means that a body could not be read to its end: it is malformed, or its client went away, which is no problem. */
    public static Throwable unreadable(Throwable failure) {
        return failure instanceof IOException || failure instanceof HttpClosedException
                ? failure
                : malformed("The chunks of the body must be as RFC 9112, section 7.1, has them.");
    }

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
