package io.parley.validation.scoring;

import io.parley.contracts.Evidence;
import io.parley.contracts.ExecutionAssessed;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which verdicts say something about an assistant's skills. */
final class Assessments {

    private Assessments() {}

    /**
     * What follows from verdicts for skills.
     *
     * @param validated the verdicts of the completed executions, in their order
     */
    static List<ExecutionAssessed> of(List<ExecutionCompleted> completed, List<ExecutionValidated> validated) {
        return IntStream.range(0, completed.size())
                .mapToObj(index -> of(completed.get(index), validated.get(index)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ExecutionAssessed> of(ExecutionCompleted completed, ExecutionValidated validated) {
        return Optional.ofNullable(completed.evidence()).map(evidence -> assessed(completed, evidence, validated));
    }

    private static ExecutionAssessed assessed(
            ExecutionCompleted completed, Evidence evidence, ExecutionValidated validated) {
        Transcript transcript = completed.transcript();
        return new ExecutionAssessed(
                completed.executionId(),
                completed.attempt(),
                completed.runId(),
                completed.workspaceId(),
                evidence,
                validated.verdict(),
                transcript.startedAt().plus(transcript.duration()));
    }
}
