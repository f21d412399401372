package io.parley.telemetry.otlp;

import io.parley.platform.problems.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Unpacks and reads traces on a thread of its own: megabytes of them take longer than an event loop has. */
@ApplicationScoped
class ExportThread {

    /** With more waiting, senders are told to come again. */
    private static final int WAITING = 64;

    private final Vertx vertx;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("otlp-traces").daemon().factory());

    ExportThread(Vertx vertx) {
        this.vertx = vertx;
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    /** The answer of some work; goes on where the caller was. A 503 when too much waits. */
    <T> Uni<T> compute(Supplier<T> work) {
        Context caller = vertx.getOrCreateContext();
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(thread)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> ProblemType.UNAVAILABLE.problem("Too many traces wait to be read."))
                .emitOn(task -> caller.runOnContext(now -> task.run()));
    }
}
