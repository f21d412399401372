package io.parley.telemetry.storage;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.Queues;
import io.parley.contracts.TelemetryReceived;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.eventloops.EventLoops;
import io.parley.platform.messaging.Consumers;
import io.parley.telemetry.masking.Mask;
import io.parley.telemetry.masking.Masks;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Takes senders' events and the executions of runs from the broker. */
@ApplicationScoped
class EventConsumer {

    /** Each holds up to 1,000 events and 1 MiB, and twice as many are in memory. */
    private static final int MAX_REQUESTS = 16;

    private static final int MAX_EXECUTIONS = 500;

    private static final Duration REQUESTS_INTERVAL = Duration.ofMillis(20);

    /** Nobody waits for timings; a longer wait makes larger inserts. */
    private static final Duration EXECUTIONS_INTERVAL = Duration.ofMillis(500);

    /** A database that does not answer is asked again. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Consumers consumers;
    private final EventStore store;
    private final Masks masks;
    private final EventLoops loops;

    EventConsumer(Consumers consumers, EventStore store, Masks masks, EventLoops loops) {
        this.consumers = consumers;
        this.store = store;
        this.masks = masks;
        this.loops = loops;
    }

    void start(@Observes StartupEvent event) {
        consumers.consumeBatches(Queues.TELEMETRY_EVENTS, MAX_REQUESTS, REQUESTS_INTERVAL, this::storeReceived);
        consumers.consumeBatches(
                Queues.TELEMETRY_EXECUTIONS, MAX_EXECUTIONS, EXECUTIONS_INTERVAL, this::storeExecutions);
    }

    private Uni<Void> storeReceived(List<TelemetryReceived> requests) {
        return masks.of(requests.stream().map(TelemetryReceived::workspaceId).collect(Collectors.toSet()))
                .ifNoItem()
                .after(PATIENCE)
                .on(loops.clock())
                .fail()
                .chain(masksOf -> store.store(events(requests, masksOf)));
    }

    private static List<StoredEvent> events(List<TelemetryReceived> requests, Map<WorkspaceId, Mask> masks) {
        return requests.stream()
                .flatMap(request ->
                        StoredEvent.of(request, Objects.requireNonNull(masks.get(request.workspaceId()))).stream())
                .toList();
    }

    /** A conversation that was only given back happened once, and was reported then. */
    private Uni<Void> storeExecutions(List<ExecutionCompleted> executions) {
        return store.store(executions.stream()
                .filter(execution -> !execution.recorded())
                .map(ExecutionTimings::of)
                .toList());
    }
}
