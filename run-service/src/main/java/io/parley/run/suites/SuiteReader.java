package io.parley.run.suites;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.platform.local.ForLocal;
import io.parley.platform.problems.Problem;
import io.parley.run.targets.DefinitionReader;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Reads suite files on threads of its own: a large one takes seconds of a core, which no event loop has. Few at a time,
 * a few more may wait, and the next is told to come again.
 */
@ApplicationScoped
@Startup // reads the schema from its jar, which no event loop should
@ForLocal
public class SuiteReader {

    private static final int THREADS = 2;
    private static final int WAITING = 8;

    private final SuiteRules rules;
    private final Vertx vertx;
    private final ExecutorService threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("suite-reader-", 0).daemon().factory());

    SuiteReader(ObjectMapper json, DefinitionReader targets, Vertx vertx) {
        this.rules = new SuiteRules(new SuiteSchema(), targets, json);
        this.vertx = vertx;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** The schema that files are read by, JSON in UTF-8. */
    byte[] schema() {
        return rules.schema().source();
    }

    /** Reads a file with those that it names; goes on where the caller was. */
    public Uni<SuiteFile> read(byte[] file) {
        return reading(() -> SuiteFile.read(SuiteText.of(file), rules));
    }

    /** Makes files and reads them; goes on where the caller was. */
    public Uni<List<SuiteFile>> readAll(Supplier<List<SuiteText>> files) {
        return reading(() -> files.get().stream().map(this::readOne).toList());
    }

    private SuiteFile readOne(SuiteText text) {
        try {
            return SuiteFile.read(text, rules);
        } catch (Problem refused) {
            throw SuiteProblems.of(text.called(), refused);
        }
    }

    private <T> Uni<T> reading(Supplier<T> work) {
        Context caller = vertx.getOrCreateContext();
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(threads)
                .emitOn(task -> caller.runOnContext(now -> task.run()))
                .onFailure(RejectedExecutionException.class)
                .transform(full -> SuiteProblems.BUSY.problem("Send it again in a moment."));
    }
}
