package io.parley.validation.scoring;

import io.parley.contracts.Event;
import io.parley.contracts.Evidence;
import io.parley.contracts.ExecutionAssessed;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.Transcript;
import java.util.List;
import java.util.stream.IntStream;

/** Which verdicts say something about an assistant's skills. */
final class Assessments {

    private Assessments() {}

    /** What followed from each completed execution, as {@link #with(ExecutionCompleted, Event)} has it. */
    static List<List<Event>> with(List<ExecutionCompleted> completed, List<Event> followed) {
        return IntStream.range(0, completed.size())
                .mapToObj(index -> with(completed.get(index), followed.get(index)))
                .toList();
    }

    /**
     * What followed from an execution and, if that is a verdict, before it what it says about skills. Both go to the broker
     * at once: it is waited for once, and what it has not confirmed of both is sent again.
     */
    static List<Event> with(ExecutionCompleted completed, Event followed) {
        Evidence evidence = completed.evidence();
        return evidence != null && followed instanceof ExecutionValidated validated
                ? List.of(assessed(completed, evidence, validated), followed)
                : List.of(followed);
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
