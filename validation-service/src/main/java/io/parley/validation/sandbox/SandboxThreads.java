package io.parley.validation.sandbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.validation.assertions.Answer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The threads that scripts keep busy, each with an engine. They are not Vert.x' own: the engine wants a larger stack than
 * those have, and is ended by interrupting its thread.
 */
final class SandboxThreads {

    /** Of a processor's time. */
    static final Duration OF_A_SCRIPT = Duration.ofMillis(250);

    /** By the clock. */
    static final Duration OF_AN_EXECUTION = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(SandboxThreads.class);
    private static final int THREADS = 2;
    private static final long STACK = 4L << 20;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, named("parley-sandbox"));
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("parley-sandbox-watch"));
    private final ThreadLocal<Engine> engines = ThreadLocal.withInitial(() -> new Engine(snapshot()));
    private final MeterRegistry metrics;
    private @Nullable Snapshot snapshot;

    SandboxThreads(MeterRegistry metrics) {
        this.metrics = metrics;
        timer.setRemoveOnCancelPolicy(true);
    }

    void stop() {
        threads.shutdownNow();
        timer.shutdownNow();
    }

    /** Evaluates the scripts of one execution, one after the other. */
    Uni<Map<Evaluation, Answer<ScriptResult>>> evaluate(List<Evaluation> scripts) {
        return Uni.createFrom().item(() -> evaluateAll(scripts)).runSubscriptionOn(threads);
    }

    private Map<Evaluation, Answer<ScriptResult>> evaluateAll(List<Evaluation> scripts) {
        Map<Evaluation, Answer<ScriptResult>> answers = new HashMap<>();
        long end = System.nanoTime() + OF_AN_EXECUTION.toNanos();
        for (Evaluation script : scripts) {
            answers.put(
                    script,
                    System.nanoTime() < end
                            ? answer(script)
                            : new Answer.Unknown<>("the scripts of this conversation take longer than "
                                    + OF_AN_EXECUTION.toSeconds() + " s together"));
        }
        return answers;
    }

    private Answer<ScriptResult> answer(Evaluation script) {
        try {
            ScriptResult result = Returned.read(watched(script));
            count("returned");
            return new Answer.Known<>(result);
        } catch (ScriptFailed failed) {
            count(failed.cause().name().toLowerCase(Locale.ROOT));
            return new Answer.Unknown<>(failed.reason());
        } catch (RuntimeException | LinkageError defect) {
            LOG.errorf(defect, "message=\"a script could not be evaluated\"");
            return new Answer.Unknown<>("the script could not be evaluated, by a defect of Parley");
        }
    }

    private String watched(Evaluation script) {
        Engine engine = engines.get();
        Watch watch = Watch.start(timer, OF_A_SCRIPT);
        try {
            return engine.evaluate(script.input());
        } catch (ScriptFailed failed) {
            throw watch.end() ? late() : failed;
        } finally {
            watch.end();
        }
    }

    private static ScriptFailed late() {
        return new ScriptFailed(
                ScriptFailed.Cause.TIME, "the script takes longer than " + OF_A_SCRIPT.toMillis() + " ms");
    }

    private void count(String outcome) {
        metrics.counter("parley.scripts", "outcome", outcome).increment();
    }

    private synchronized Snapshot snapshot() {
        Snapshot taken = snapshot;
        if (taken == null) {
            taken = Snapshot.take();
            snapshot = taken;
        }
        return taken;
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(null, work, name + "-" + number.getAndIncrement(), STACK);
            thread.setDaemon(true);
            return thread;
        };
    }
}
