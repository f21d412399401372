package io.parley.validation.judges;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets judgements that nobody will ask for again, a few at a time. */
@ApplicationScoped
class JudgementRetention {

    private static final int AT_ONCE = 5_000;

    private final JudgementRepository judgements;

    JudgementRetention(JudgementRepository judgements) {
        this.judgements = judgements;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return judgements.forget(AT_ONCE).replaceWithVoid();
    }
}
