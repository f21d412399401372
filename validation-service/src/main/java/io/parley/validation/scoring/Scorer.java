package io.parley.validation.scoring;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.validation.assertions.AssertionReader;
import io.parley.validation.verdicts.Judgement;
import jakarta.inject.Singleton;
import java.util.List;

/** Scores executions: pure work for a CPU, bounded for each. Safe for many threads. */
@Singleton
final class Scorer {

    private final AssertionReader reader = new AssertionReader();

    ExecutionValidated score(ExecutionCompleted completed) {
        List<AssertionResult> results = new Scoring(reader, completed).results();
        Judgement judgement = Judgement.of(results, completed.checks().threshold());
        return new ExecutionValidated(
                completed.executionId(),
                completed.attempt(),
                completed.runId(),
                completed.workspaceId(),
                judgement.verdict(),
                judgement.score(),
                results);
    }
}
