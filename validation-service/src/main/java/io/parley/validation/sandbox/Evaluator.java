package io.parley.validation.sandbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.validation.assertions.Answer;
import io.parley.validation.limits.LimitedThreads;
import io.parley.validation.limits.Watch;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Evaluates scripts within their time: each thread has an engine, which is ended by interrupting it. */
final class Evaluator {

    /** Of a processor's time. */
    static final Duration OF_A_SCRIPT = Duration.ofMillis(250);

    private static final Logger LOG = Logger.getLogger(Evaluator.class);

    private final ThreadLocal<Engine> engines = ThreadLocal.withInitial(() -> new Engine(snapshot()));
    private final LimitedThreads threads;
    private final MeterRegistry metrics;
    private @Nullable Snapshot snapshot;

    Evaluator(LimitedThreads threads, MeterRegistry metrics) {
        this.threads = threads;
        this.metrics = metrics;
    }

    /** On one of the threads. */
    Answer<ScriptResult> answer(Evaluation script) {
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
        Watch watch = threads.watch(OF_A_SCRIPT, Thread.currentThread()::interrupt);
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
}
