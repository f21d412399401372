package io.parley.run.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.Queues;
import io.parley.platform.messaging.Consumers;
import io.parley.platform.outbox.OutboxRelay;
import io.parley.run.results.ResultRepository.TouchedRun;
import io.parley.run.runs.RunsChanged;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Takes transcripts and verdicts from the broker; they are acknowledged once they are committed. */
@ApplicationScoped
class Results {

    private static final int MAX_BATCH = 256;

    /** Long enough that under load a statement does the work of many, short enough for live progress. */
    private static final Duration INTERVAL = Duration.ofMillis(80);

    private final Consumers consumers;
    private final ResultRepository repository;
    private final OutboxRelay relay;
    private final Event<RunsChanged> changes;
    private final ObjectMapper json;

    Results(
            Consumers consumers,
            ResultRepository repository,
            OutboxRelay relay,
            Event<RunsChanged> changes,
            ObjectMapper json) {
        this.consumers = consumers;
        this.repository = repository;
        this.relay = relay;
        this.changes = changes;
        this.json = json;
    }

    void start(@Observes StartupEvent event) {
        consumers.consumeBatches(Queues.RUN_TRANSCRIPTS, MAX_BATCH, INTERVAL, this::storeTranscripts);
        consumers.consumeBatches(Queues.RUN_VERDICTS, MAX_BATCH, INTERVAL, this::storeVerdicts);
    }

    private Uni<Void> storeTranscripts(List<ExecutionCompleted> transcripts) {
        return repository
                .storeTranscripts(ResultBatch.ofTranscripts(transcripts, json))
                .invoke(this::tell)
                .replaceWithVoid();
    }

    private Uni<Void> storeVerdicts(List<ExecutionValidated> verdicts) {
        return repository
                .storeVerdicts(ResultBatch.ofVerdicts(verdicts, json))
                .invoke(this::tell)
                .replaceWithVoid();
    }

    /** Tells what is committed. Nothing here may fail: the batch is done. */
    void tell(List<TouchedRun> runs) {
        if (runs.isEmpty()) {
            return;
        }
        if (runs.stream().anyMatch(TouchedRun::completed)) {
            relay.wake();
        }
        changes.fire(new RunsChanged(runs.stream().map(TouchedRun::id).collect(Collectors.toUnmodifiableSet())));
    }
}
