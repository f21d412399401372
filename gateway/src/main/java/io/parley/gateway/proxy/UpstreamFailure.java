package io.parley.gateway.proxy;

import io.parley.gateway.answers.GatewayProblems;
import io.parley.gateway.routes.Instance;
import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemType;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** What it means to a client when a service fails it. */
final class UpstreamFailure {

    private static final Logger LOG = Logger.getLogger(UpstreamFailure.class);

    private UpstreamFailure() {}

    /** No instance got anything of the request. */
    static Problem notConnected() {
        return ProblemType.UNAVAILABLE.problem("Nothing was done. Send it again.");
    }

    /** An instance may have got the request, but did not answer. */
    static Problem notAnswered(Throwable failure) {
        return failure instanceof TimeoutException
                ? GatewayProblems.TIMED_OUT.problem("It may have been done all the same.")
                : ProblemType.UNAVAILABLE.problem("It may have been done all the same.");
    }

    static void log(Instance instance, Throwable failure) {
        LOG.warnf(
                "message=\"service does not answer\" service=%s instance=%s reason=\"%s\"",
                instance.service(), instance.address(), failure);
    }
}
