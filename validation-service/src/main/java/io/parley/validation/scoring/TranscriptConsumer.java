package io.parley.validation.scoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Event;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.JudgementRequested;
import io.parley.contracts.Queues;
import io.parley.platform.messaging.Consumers;
import io.parley.platform.messaging.Publisher;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/**
 * Takes transcripts from the broker and publishes their verdicts. Executions that ask models over the network go through a
 * queue of their own first, so that they hold up none that waits for nobody.
 */
@ApplicationScoped
class TranscriptConsumer {

    /** Twice as many are in memory, with answers of up to 1 MiB. */
    private static final int MAX_BATCH = 32;

    private static final Duration INTERVAL = Duration.ofMillis(25);

    /** They mostly wait; each is in memory meanwhile. */
    private static final int JUDGED_AT_ONCE = 64;

    private final Consumers consumers;
    private final Publisher publisher;
    private final Scorer scorer;
    private final MeterRegistry metrics;

    TranscriptConsumer(Consumers consumers, Publisher publisher, Scorer scorer, MeterRegistry metrics) {
        this.consumers = consumers;
        this.publisher = publisher;
        this.scorer = scorer;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        consumers.answerBatches(Queues.VALIDATION_TRANSCRIPTS, MAX_BATCH, INTERVAL, this::score);
        consumers.consumeEach(Queues.VALIDATION_JUDGEMENTS, JUDGED_AT_ONCE, this::judge);
    }

    private Uni<List<Event>> score(List<ExecutionCompleted> batch) {
        return scorer.score(batch).invoke(followed -> followed.forEach(this::count));
    }

    private Uni<Void> judge(JudgementRequested request) {
        return scorer.judge(request.completed()).invoke(this::count).chain(publisher::publish);
    }

    private void count(Event followed) {
        if (followed instanceof ExecutionValidated scored) {
            metrics.counter(
                            "parley.executions.scored",
                            "verdict",
                            scored.verdict().name())
                    .increment();
        }
    }
}
