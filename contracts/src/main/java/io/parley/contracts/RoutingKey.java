package io.parley.contracts;

import java.util.stream.Stream;

/** Every event's routing key: what happened, and the version of its shape. */
enum RoutingKey {
    EXECUTION_REQUESTED("execution.requested.v1", ExecutionRequested.class),
    EXECUTION_COMPLETED("execution.completed.v1", ExecutionCompleted.class),
    JUDGEMENT_REQUESTED("judgement.requested.v1", JudgementRequested.class),
    JUDGEMENT_DEFERRED("judgement.deferred.v1", JudgementDeferred.class),
    EXECUTION_VALIDATED("execution.validated.v1", ExecutionValidated.class),
    EXECUTION_ASSESSED("execution.assessed.v1", ExecutionAssessed.class),
    EXECUTION_REVIEWED("execution.reviewed.v1", ExecutionReviewed.class),
    RUN_COMPLETED("run.completed.v1", RunCompleted.class),
    RUN_CANCELLED("run.cancelled.v1", RunCancelled.class),
    TELEMETRY_RECEIVED("telemetry.received.v1", TelemetryReceived.class);

    private final String key;
    private final Class<? extends Event> type;

    RoutingKey(String key, Class<? extends Event> type) {
        this.key = key;
        this.type = type;
    }

    String key() {
        return key;
    }

    Class<? extends Event> type() {
        return type;
    }

    static RoutingKey of(Class<? extends Event> type) {
        return Stream.of(values())
                .filter(candidate -> candidate.type == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no routing key for " + type));
    }
}
