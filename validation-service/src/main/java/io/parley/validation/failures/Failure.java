package io.parley.validation.failures;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.Verdict;
import io.parley.validation.assertions.Quote;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An execution that failed or errored.
 *
 * @param type of the first result that says so
 * @param reason of that result
 * @param answer the start of the answer that it is about; empty if there is none
 */
record Failure(
        UUID execution,
        int attempt,
        @Nullable String caseName,
        Verdict verdict,
        String type,
        String reason,
        String answer) {

    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_ANSWER = 500;

    static boolean is(ExecutionValidated validated) {
        return validated.verdict() == Verdict.FAIL || validated.verdict() == Verdict.ERROR;
    }

    /** Of an execution whose verdict is FAIL or ERROR. */
    static Failure of(ExecutionCompleted completed, ExecutionValidated validated) {
        AssertionResult decisive = decisive(validated);
        return new Failure(
                validated.executionId().value(),
                validated.attempt(),
                completed.caseName(),
                validated.verdict(),
                Quote.plain(decisive.type(), LONGEST_REASON),
                Quote.plain(decisive.reason(), LONGEST_REASON),
                Quote.plain(answer(completed.transcript().exchanges(), decisive.turn()), LONGEST_ANSWER));
    }

    /** Below a threshold no result need have failed: then the first that did not pass, or the first. */
    private static AssertionResult decisive(ExecutionValidated validated) {
        List<AssertionResult> results = validated.results();
        return results.stream()
                .filter(result -> result.verdict() == validated.verdict())
                .findFirst()
                .or(() -> results.stream()
                        .filter(result -> result.verdict() != Verdict.PASS)
                        .findFirst())
                .orElseGet(results::getFirst);
    }

    private static String answer(List<Exchange> exchanges, @Nullable Integer turn) {
        if (exchanges.isEmpty() || (turn != null && turn >= exchanges.size())) {
            return "";
        }
        return exchanges.get(turn == null ? exchanges.size() - 1 : turn).answer();
    }
}
