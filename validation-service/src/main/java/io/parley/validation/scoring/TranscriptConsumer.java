package io.parley.validation.scoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Event;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.JudgementDeferred;
import io.parley.contracts.JudgementRequested;
import io.parley.contracts.Queues;
import io.parley.platform.messaging.Consumers;
import io.parley.platform.messaging.Publisher;
import io.parley.validation.failures.Failures;
import io.parley.validation.reviews.ReviewQueue;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes transcripts from the broker and publishes their verdicts, once reviews of what people have to decide are stored.
 * Executions that ask models over the network go through a queue of their own first, so that they hold up none that waits
 * for nobody; and what a workspace has beyond its share of that goes on to another one, so that it holds up only those of
 * workspaces that have as many.
 */
@ApplicationScoped
class TranscriptConsumer {

    /** Twice as many are in memory, with answers of up to 1 MiB. */
    private static final int MAX_BATCH = 32;

    private static final Duration INTERVAL = Duration.ofMillis(25);

    /** They mostly wait; each is in memory meanwhile. */
    private static final int JUDGED_AT_ONCE = 64;

    /** Of one workspace, while others may come. */
    private static final int SHARE = 8;

    private final Consumers consumers;
    private final Publisher publisher;
    private final Scorer scorer;
    private final ReviewQueue reviews;
    private final Failures failures;
    private final ToldVerdicts told;
    private final MeterRegistry metrics;
    private final Shares shares = new Shares(SHARE);

    TranscriptConsumer(
            Consumers consumers,
            Publisher publisher,
            Scorer scorer,
            ReviewQueue reviews,
            Failures failures,
            ToldVerdicts told,
            MeterRegistry metrics) {
        this.consumers = consumers;
        this.publisher = publisher;
        this.scorer = scorer;
        this.reviews = reviews;
        this.failures = failures;
        this.told = told;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        consumers.answerBatches(Queues.VALIDATION_TRANSCRIPTS, MAX_BATCH, INTERVAL, this::score);
        consumers.consumeEach(Queues.VALIDATION_JUDGEMENTS, JUDGED_AT_ONCE, this::judgeOrDefer);
        consumers.consumeEach(
                Queues.VALIDATION_DEFERRED_JUDGEMENTS, JUDGED_AT_ONCE, deferred -> judge(deferred.completed()));
    }

    private Uni<List<List<Event>>> score(List<ExecutionCompleted> batch) {
        return scorer.score(batch)
                .call(followed -> settledOf(batch, followed))
                .map(followed -> Assessments.with(batch, followed));
    }

    /** Those of the batch that have their verdict. */
    private Uni<Void> settledOf(List<ExecutionCompleted> batch, List<Event> followed) {
        List<ExecutionCompleted> completed = new ArrayList<>();
        List<ExecutionValidated> validated = new ArrayList<>();
        for (int index = 0; index < batch.size(); index++) {
            if (followed.get(index) instanceof ExecutionValidated scored) {
                completed.add(batch.get(index));
                validated.add(scored);
            }
        }
        return settled(completed, validated);
    }

    private Uni<Void> judgeOrDefer(JudgementRequested request) {
        ExecutionCompleted completed = request.completed();
        return shares.within(
                completed.workspaceId(),
                () -> judge(completed),
                () -> publisher.publish(new JudgementDeferred(completed)));
    }

    private Uni<Void> judge(ExecutionCompleted completed) {
        return verdict(completed)
                .call(validated -> settled(List.of(completed), List.of(validated)))
                .chain(validated -> publisher.publishAll(Assessments.with(completed, validated)));
    }

    /** What was found out before holds, although judges might now say something else. */
    private Uni<ExecutionValidated> verdict(ExecutionCompleted completed) {
        return told.find(completed)
                .chain(known -> known.map(verdict -> Uni.createFrom().item(verdict))
                        .orElseGet(() -> scorer.judge(completed).chain(told::keep)));
    }

    /** What people have to decide, and what failed, is kept before anybody learns of the verdict. */
    private Uni<Void> settled(List<ExecutionCompleted> completed, List<ExecutionValidated> validated) {
        return reviews.open(completed, validated)
                .chain(() -> failures.keep(completed, validated))
                .invoke(() -> validated.forEach(this::count));
    }

    private void count(ExecutionValidated scored) {
        metrics.counter("parley.executions.scored", "verdict", scored.verdict().name())
                .increment();
    }
}
