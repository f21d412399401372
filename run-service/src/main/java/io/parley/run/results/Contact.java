package io.parley.run.results;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.Failure;
import io.parley.contracts.Transcript;
import java.util.Set;

/** What a conversation tells of whether its target is there. */
enum Contact {
    /** The target answered, be it with a failure. */
    REACHED,
    /** There was no connection to it, or the connection broke. */
    MISSED,
    /** It was not asked, or did not answer in time. */
    UNKNOWN;

    private static final Set<String> MISSES = Set.of("target-unreachable", "target-unresolved", "target-tls-failed");
    private static final Set<String> ANSWERS = Set.of("target-status", "target-failed", "tool-rounds-exceeded");
    private static final String ANSWER = "answer-";
    private static final String CAPTURE = "capture-";

    static Contact of(ExecutionCompleted completed) {
        if (completed.recorded()) {
            return UNKNOWN;
        }
        Failure failure = completed.transcript().failure();
        if (failure != null && MISSES.contains(failure.code())) {
            return MISSED;
        }
        boolean reached = answered(completed.transcript()) || (failure != null && tellsOfAnAnswer(failure.code()));
        return reached ? REACHED : UNKNOWN;
    }

    /** Now, not earlier: an answer from the cache tells of then. */
    private static boolean answered(Transcript transcript) {
        return transcript.exchanges().stream().anyMatch(exchange -> !exchange.wasCached());
    }

    private static boolean tellsOfAnAnswer(String code) {
        return ANSWERS.contains(code) || code.startsWith(ANSWER) || code.startsWith(CAPTURE);
    }
}
