package io.parley.validation.scoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.Queues;
import io.parley.platform.messaging.Consumers;
import io.parley.validation.failures.Failures;
import io.parley.validation.reviews.ReviewQueue;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** Takes transcripts from the broker and publishes their verdicts. */
@ApplicationScoped
class TranscriptConsumer {

    /** Twice as many are in memory, with answers of up to 1 MiB. */
    private static final int MAX_BATCH = 32;

    private static final Duration INTERVAL = Duration.ofMillis(25);

    private final Consumers consumers;
    private final Scorer scorer;
    private final ReviewQueue reviews;
    private final Failures failures;
    private final MeterRegistry metrics;

    TranscriptConsumer(
            Consumers consumers, Scorer scorer, ReviewQueue reviews, Failures failures, MeterRegistry metrics) {
        this.consumers = consumers;
        this.scorer = scorer;
        this.reviews = reviews;
        this.failures = failures;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        consumers.answerBatches(Queues.VALIDATION_TRANSCRIPTS, MAX_BATCH, INTERVAL, this::score);
    }

    private Uni<List<ExecutionValidated>> score(List<ExecutionCompleted> batch) {
        return scorer.score(batch)
                .call(scored -> reviews.open(batch, scored))
                .call(scored -> failures.keep(batch, scored))
                .invoke(this::count);
    }

    private void count(List<ExecutionValidated> scored) {
        scored.forEach(execution -> metrics.counter(
                        "parley.executions.scored",
                        "verdict",
                        execution.verdict().name())
                .increment());
    }
}
