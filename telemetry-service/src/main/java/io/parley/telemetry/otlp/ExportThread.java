package io.parley.telemetry.otlp;

import io.parley.platform.problems.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Unpacks and reads traces on a thread of its own: megabytes of them take longer than an event loop has. */
@ApplicationScoped
class ExportThread {

    /** With more waiting, senders are told to come again. */
    static final int WAITING = 64;

    /** Of the bodies that wait and the one that is read: they stay in memory meanwhile. */
    static final int MAX_BYTES_UNDER_WAY = 8 << 20;

    private final Vertx vertx;
    private final Semaphore room = new Semaphore(MAX_BYTES_UNDER_WAY);
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

    /**
     * The answer of some work; goes on where the caller was. A 503 when too much waits.
     *
     * @param bytes what the work was sent, as it was sent
     */
    <T> Uni<T> compute(int bytes, Supplier<T> work) {
        return Uni.createFrom().deferred(() -> room.tryAcquire(bytes) ? start(bytes, work) : full());
    }

    private <T> Uni<T> start(int bytes, Supplier<T> work) {
        Context caller = vertx.getOrCreateContext();
        try {
            return Uni.createFrom()
                    .completionStage(CompletableFuture.supplyAsync(() -> finish(bytes, work), thread)
                            .copy()) // who goes away gives up the copy: work that does not begin would never make room
                    .emitOn(task -> caller.runOnContext(now -> task.run()));
        } catch (RejectedExecutionException tooMany) {
            room.release(bytes);
            return full();
        }
    }

    /** Makes room after the work, whether or not anybody waits for it still: until then it has its bytes. */
    private <T> T finish(int bytes, Supplier<T> work) {
        try {
            return work.get();
        } finally {
            room.release(bytes);
        }
    }

    private static <T> Uni<T> full() {
        return Uni.createFrom().failure(ProblemType.UNAVAILABLE.problem("Too many traces wait to be read."));
    }
}
