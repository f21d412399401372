package io.parley.telemetry.assessments;

import io.parley.platform.problems.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Computes on threads of their own: thousands of observations take longer than an event loop has, fitting takes seconds. A
 * few wait for their turn; who comes after them is told to come again.
 */
@ApplicationScoped
class AssessmentThreads {

    private static final int THREADS = 2;
    private static final int WAITING = 64;

    private final Vertx vertx;
    private final ExecutorService threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("skill-assessment-", 0).daemon().factory());

    AssessmentThreads(Vertx vertx) {
        this.vertx = vertx;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** What a computation comes to; goes on where the caller was. */
    <T> Uni<T> compute(Supplier<T> computation) {
        Context caller = vertx.getOrCreateContext();
        return Uni.createFrom()
                .item(computation)
                .runSubscriptionOn(threads)
                .onFailure(RejectedExecutionException.class)
                .transform(busy -> ProblemType.UNAVAILABLE.problem("Too many assessments are under way."))
                .emitOn(task -> caller.runOnContext(now -> task.run()));
    }
}
