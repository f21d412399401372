package io.parley.contracts;

import java.util.stream.Stream;

/** Every event's routing key: what happened, and the version of its shape. */
enum RoutingKey {
    EXECUTION_REQUESTED("execution.requested.v1", ExecutionRequested.class, Travel.ALONE),
    EXECUTION_COMPLETED("execution.completed.v1", ExecutionCompleted.class, Travel.TOGETHER),
    JUDGEMENT_REQUESTED("judgement.requested.v1", JudgementRequested.class, Travel.ALONE),
    JUDGEMENT_DEFERRED("judgement.deferred.v1", JudgementDeferred.class, Travel.ALONE),
    EXECUTION_VALIDATED("execution.validated.v1", ExecutionValidated.class, Travel.TOGETHER),
    EXECUTION_ASSESSED("execution.assessed.v1", ExecutionAssessed.class, Travel.TOGETHER),
    EXECUTION_REVIEWED("execution.reviewed.v1", ExecutionReviewed.class, Travel.ALONE),
    RUN_COMPLETED("run.completed.v1", RunCompleted.class, Travel.ALONE),
    RUN_CANCELLED("run.cancelled.v1", RunCancelled.class, Travel.ALONE),
    TELEMETRY_RECEIVED("telemetry.received.v1", TelemetryReceived.class, Travel.ALONE);

    /** How events of a kind go to the broker. */
    enum Travel {
        /** One to a message: each is taken by whoever is free, and settled by itself. */
        ALONE,
        /** Those of about the same moment in one message, as a JSON array: all of their consumers take batches. */
        TOGETHER
    }

    private final String key;
    private final Class<? extends Event> type;
    private final Travel travel;

    RoutingKey(String key, Class<? extends Event> type, Travel travel) {
        this.key = key;
        this.type = type;
        this.travel = travel;
    }

    String key() {
        return key;
    }

    Class<? extends Event> type() {
        return type;
    }

    Travel travel() {
        return travel;
    }

    static RoutingKey of(Class<? extends Event> type) {
        return Stream.of(values())
                .filter(candidate -> candidate.type == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no routing key for " + type));
    }
}
