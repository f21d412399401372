package io.parley.validation.scoring;

import io.parley.contracts.Event;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.platform.local.ForLocal;
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
import java.util.stream.Stream;

/**
 * Scores executions. Reading and checking wait for nothing, but a hostile pattern on a large answer takes seconds, so they
 * have a thread of their own and the event loops stay free.
 */
@Singleton
@ForLocal
public final class Scorer {

    private final AssertionReader reader = new AssertionReader();
    private final Inquiry inquiry;
    private final WorkerExecutor thread;

    Scorer(Inquiry inquiry, Vertx vertx) {
        this.inquiry = inquiry;
        this.thread = vertx.createSharedWorkerExecutor("parley-scoring", 1);
    }

    /**
     * What follows from each, in their order: its verdict, or, where that takes others over the network, the request to
     * judge it. What several of them need to know is found out together.
     */
    Uni<List<Event>> score(List<ExecutionCompleted> executions) {
        return read(executions).chain(this::check);
    }

    /** The verdict, whatever it takes. */
    public Uni<ExecutionValidated> judge(ExecutionCompleted execution) {
        return read(List.of(execution)).chain(scorings -> judge(scorings.getFirst()));
    }

    private Uni<List<Scoring>> read(List<ExecutionCompleted> executions) {
        return thread.executeBlocking(() -> executions.stream()
                .map(execution -> Scoring.of(reader, execution))
                .toList());
    }

    private Uni<List<Event>> check(List<Scoring> scorings) {
        Set<Need<?>> needs = needs(scorings.stream().filter(scoring -> !waits(scoring)));
        return inquiry.answers(needs).chain(answers -> check(scorings, answers));
    }

    private Uni<List<Event>> check(List<Scoring> scorings, Answers answers) {
        return thread.executeBlocking(() -> scorings.stream()
                .<Event>map(scoring -> waits(scoring) ? scoring.judgementRequested() : scoring.validated(answers))
                .toList());
    }

    private Uni<ExecutionValidated> judge(Scoring scoring) {
        return inquiry.answers(needs(Stream.of(scoring)))
                .chain(answers -> thread.executeBlocking(() -> scoring.validated(answers)));
    }

    private boolean waits(Scoring scoring) {
        return scoring.needs().anyMatch(inquiry::isRemote);
    }

    private static Set<Need<?>> needs(Stream<Scoring> scorings) {
        return scorings.flatMap(Scoring::needs).collect(Collectors.toUnmodifiableSet());
    }
}
