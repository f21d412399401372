package io.parley.telemetry.observations;

import io.parley.contracts.Queues;
import io.parley.platform.messaging.Consumers;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Takes from the broker what executions, and people who reviewed them, say of skills. */
@ApplicationScoped
class ExecutionConsumer {

    private static final int MAX_BATCH = 500;

    /** Nobody waits for a verdict here; a longer wait makes larger inserts. */
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Consumers consumers;
    private final ExecutionTable table;

    ExecutionConsumer(Consumers consumers, ExecutionTable table) {
        this.consumers = consumers;
        this.table = table;
    }

    void start(@Observes StartupEvent event) {
        consumers.consumeBatches(Queues.TELEMETRY_ASSESSMENTS, MAX_BATCH, INTERVAL, table::assess);
        consumers.consumeBatches(Queues.TELEMETRY_REVIEWS, MAX_BATCH, INTERVAL, table::review);
    }
}
