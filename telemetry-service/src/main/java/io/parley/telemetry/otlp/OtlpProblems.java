package io.parley.telemetry.otlp;

import io.parley.platform.problems.ProblemType;

/** What can be wrong with a request that sends traces. */
final class OtlpProblems {

    static final ProblemType UNKNOWN_ENCODING =
            new ProblemType("unknown-encoding", 415, "The body is packed in a way that is not understood");

    static final ProblemType TOO_LARGE = new ProblemType("too-large", 413, "The body is too large");

    private OtlpProblems() {}
}
