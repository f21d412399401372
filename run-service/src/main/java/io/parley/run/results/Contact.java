package io.parley.run.results;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.Failure;
import java.util.Set;

/** What a conversation tells of whether its target is there. */
enum Contact {
    /** The target answered, be it with a failure. */
    REACHED,
    /** There was no connection to it, or the connection broke. */
    MISSED,
    /** It was not asked, or ran out of time. */
    UNKNOWN;

    private static final Set<String> MISSES = Set.of("target-unreachable", "target-unresolved", "target-tls-failed");
    private static final String STATUS = "target-status";
    private static final String ANSWER = "answer-";

    static Contact of(ExecutionCompleted completed) {
        if (completed.recorded()) {
            return UNKNOWN;
        }
        Failure failure = completed.transcript().failure();
        return failure == null ? REACHED : afterFailure(failure.code());
    }

    private static Contact afterFailure(String code) {
        if (MISSES.contains(code)) {
            return MISSED;
        }
        return code.equals(STATUS) || code.startsWith(ANSWER) ? REACHED : UNKNOWN;
    }
}
