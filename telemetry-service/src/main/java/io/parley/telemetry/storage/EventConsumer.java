package io.parley.telemetry.storage;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.Queues;
import io.parley.contracts.TelemetryReceived;
import io.parley.platform.messaging.Consumers;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** Takes senders' events and the executions of runs from the broker. */
@ApplicationScoped
class EventConsumer {

    /** Each holds up to 1,000 events and 1 MiB, and twice as many are in memory. */
    private static final int MAX_REQUESTS = 16;

    private static final int MAX_EXECUTIONS = 500;

    private static final Duration REQUESTS_INTERVAL = Duration.ofMillis(20);

    /** Nobody waits for timings; a longer wait makes larger inserts. */
    private static final Duration EXECUTIONS_INTERVAL = Duration.ofMillis(500);

    private final Consumers consumers;
    private final EventStore store;

    EventConsumer(Consumers consumers, EventStore store) {
        this.consumers = consumers;
        this.store = store;
    }

    void start(@Observes StartupEvent event) {
        consumers.consumeBatches(Queues.TELEMETRY_EVENTS, MAX_REQUESTS, REQUESTS_INTERVAL, this::storeReceived);
        consumers.consumeBatches(
                Queues.TELEMETRY_EXECUTIONS, MAX_EXECUTIONS, EXECUTIONS_INTERVAL, this::storeExecutions);
    }

    private Uni<Void> storeReceived(List<TelemetryReceived> requests) {
        return store.store(requests.stream()
                .flatMap(request -> StoredEvent.of(request).stream())
                .toList());
    }

    /** A conversation that was only given back happened once, and was reported then. */
    private Uni<Void> storeExecutions(List<ExecutionCompleted> executions) {
        return store.store(executions.stream()
                .filter(execution -> !execution.recorded())
                .map(ExecutionTimings::of)
                .toList());
    }
}
