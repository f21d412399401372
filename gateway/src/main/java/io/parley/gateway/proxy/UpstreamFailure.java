package io.parley.gateway.proxy;

import io.parley.gateway.answers.GatewayProblems;
import io.parley.gateway.routes.Upstream;
import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemType;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** What it means to a client when a service fails it. */
final class UpstreamFailure {

    private static final Logger LOG = Logger.getLogger(UpstreamFailure.class);

    private UpstreamFailure() {}

    /** The service got nothing of the request. */
    static Problem notConnected(Upstream upstream, Throwable failure) {
        log(upstream, failure);
        return ProblemType.UNAVAILABLE.problem("Nothing was done. Send it again.");
    }

    /** The service may have got the request, but did not answer. */
    static Problem notAnswered(Upstream upstream, Throwable failure) {
        log(upstream, failure);
        return failure instanceof TimeoutException
                ? GatewayProblems.TIMED_OUT.problem("It may have been done all the same.")
                : ProblemType.UNAVAILABLE.problem("It may have been done all the same.");
    }

    private static void log(Upstream upstream, Throwable failure) {
        LOG.warnf("message=\"service does not answer\" service=%s reason=\"%s\"", upstream.name(), failure);
    }
}
