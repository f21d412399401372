package io.parley.contracts;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every queue of the platform; the topology on the broker is declared from this list and from nothing else. */
public final class Queues {

    /** The durable topic exchange that carries every event. */
    public static final String EXCHANGE = "parley";

    /** Where messages go that a consumer rejected or that were delivered too often. */
    public static final String DEAD_EXCHANGE = "parley.dead";

    /** How often a message is delivered before it counts as one that cannot be handled. */
    public static final int DELIVERY_LIMIT = 10;

    public static final Queue<ExecutionRequested> WORK_EXECUTIONS =
            new Queue<>("worker.execution-requested", ExecutionRequested.class);
    public static final Queue<RunCancelled> WORK_CANCELLATIONS =
            new Queue<>("worker.run-cancelled", RunCancelled.class);
    public static final Queue<ExecutionCompleted> VALIDATION_TRANSCRIPTS =
            new Queue<>("validation.execution-completed", ExecutionCompleted.class);
    public static final Queue<JudgementRequested> VALIDATION_JUDGEMENTS =
            new Queue<>("validation.judgement-requested", JudgementRequested.class);
    public static final Queue<JudgementDeferred> VALIDATION_DEFERRED_JUDGEMENTS =
            new Queue<>("validation.judgement-deferred", JudgementDeferred.class);
    public static final Queue<JudgementRequested> RUN_JUDGEMENTS =
            new Queue<>("run.judgement-requested", JudgementRequested.class);
    public static final Queue<ExecutionCompleted> RUN_TRANSCRIPTS =
            new Queue<>("run.execution-completed", ExecutionCompleted.class);
    public static final Queue<ExecutionValidated> RUN_VERDICTS =
            new Queue<>("run.execution-validated", ExecutionValidated.class);
    public static final Queue<ExecutionReviewed> RUN_REVIEWS =
            new Queue<>("run.execution-reviewed", ExecutionReviewed.class);
    public static final Queue<RunCompleted> VALIDATION_RUNS =
            new Queue<>("validation.run-completed", RunCompleted.class);
    public static final Queue<ExecutionCompleted> TELEMETRY_EXECUTIONS =
            new Queue<>("telemetry.execution-completed", ExecutionCompleted.class);
    public static final Queue<ExecutionAssessed> TELEMETRY_ASSESSMENTS =
            new Queue<>("telemetry.execution-assessed", ExecutionAssessed.class);
    public static final Queue<ExecutionReviewed> TELEMETRY_REVIEWS =
            new Queue<>("telemetry.execution-reviewed", ExecutionReviewed.class);
    public static final Queue<TelemetryReceived> TELEMETRY_EVENTS =
            new Queue<>("telemetry.telemetry-received", TelemetryReceived.class);

    /** All of them, in the order of a run's life. */
    public static final List<Queue<?>> ALL = List.of(
            WORK_EXECUTIONS,
            WORK_CANCELLATIONS,
            VALIDATION_TRANSCRIPTS,
            VALIDATION_JUDGEMENTS,
            VALIDATION_DEFERRED_JUDGEMENTS,
            RUN_JUDGEMENTS,
            RUN_TRANSCRIPTS,
            RUN_VERDICTS,
            RUN_REVIEWS,
            VALIDATION_RUNS,
            TELEMETRY_EXECUTIONS,
            TELEMETRY_ASSESSMENTS,
            TELEMETRY_REVIEWS,
            TELEMETRY_EVENTS);

    private static final Set<String> TAKEN =
            ALL.stream().map(Queue::routingKey).collect(Collectors.toUnmodifiableSet());

    private Queues() {}

    /** Whether some queue takes events of this routing key; if so, one that reaches no queue is a failure. */
    public static boolean isTaken(String routingKey) {
        return TAKEN.contains(routingKey);
    }
}
