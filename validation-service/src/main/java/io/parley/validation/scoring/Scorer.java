package io.parley.validation.scoring;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.Need;
import io.parley.validation.catalogue.AssertionReader;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Scores executions. Reading and checking wait for nothing, but a hostile pattern on a large answer takes seconds, so they
 * have a thread of their own and the event loops stay free.
 */
@Singleton
final class Scorer {

    private final AssertionReader reader = new AssertionReader();
    private final Inquiry inquiry;
    private final WorkerExecutor thread;

    Scorer(Inquiry inquiry, Vertx vertx) {
        this.inquiry = inquiry;
        this.thread = vertx.createSharedWorkerExecutor("parley-scoring", 1);
    }

    /** Their verdicts, in their order. What several of them need to know is found out together. */
    Uni<List<ExecutionValidated>> score(List<ExecutionCompleted> executions) {
        return thread.executeBlocking(() -> executions.stream()
                        .map(execution -> Scoring.of(reader, execution))
                        .toList())
                .chain(this::check);
    }

    private Uni<List<ExecutionValidated>> check(List<Scoring> scorings) {
        return inquiry.answers(needs(scorings)).chain(answers -> check(scorings, answers));
    }

    private Uni<List<ExecutionValidated>> check(List<Scoring> scorings, Answers answers) {
        return thread.executeBlocking(() ->
                scorings.stream().map(scoring -> scoring.validated(answers)).toList());
    }

    private static Set<Need<?>> needs(List<Scoring> scorings) {
        return scorings.stream().flatMap(Scoring::needs).collect(Collectors.toUnmodifiableSet());
    }
}
