package io.parley.local.subprocess;

import io.parley.contracts.SubprocessTarget;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The programs that are running. What they read and write is waited for on virtual threads, of which there are a few for each
 * program: there are no more of these than their target takes conversations. Whatever is asked goes on where the caller was.
 */
@ApplicationScoped
public class Programs {

    private final Vertx vertx;
    private final Set<Program> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("subprocess-", 0).factory());

    Programs(Vertx vertx) {
        this.vertx = vertx;
    }

    Uni<Program> start(SubprocessTarget target) {
        return apart(() -> {
            Program program = Program.start(target);
            running.add(program);
            threads.execute(program::listenToErrors);
            return program;
        });
    }

    Uni<String> exchange(Program program, String line) {
        return apart(() -> program.exchange(line));
    }

    /** Waits for nothing. */
    void end(Program program) {
        threads.execute(() -> {
            try {
                program.end();
                running.remove(program);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        killAll();
    }

    /** Whatever runs still is of conversations that nobody waits for any more; its threads end with it. */
    public void killAll() {
        running.forEach(Program::kill);
    }

    private <T> Uni<T> apart(Callable<T> work) {
        Context caller = vertx.getOrCreateContext();
        return Uni.createFrom()
                .item(() -> done(work))
                .runSubscriptionOn(threads)
                .emitOn(task -> caller.runOnContext(now -> task.run()));
    }

    private static <T> T done(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
