package io.parley.validation.sandbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.validation.assertions.Answer;
import io.parley.validation.assertions.Source;
import io.parley.validation.limits.LimitedThreads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;

/** Evaluates scripts, many at a time. */
@Singleton
final class Sandbox implements Source<Evaluation, ScriptResult> {

    private final LimitedThreads threads;
    private final Evaluator evaluator;

    Sandbox(Vertx vertx, MeterRegistry metrics) {
        this.threads = new LimitedThreads("parley-sandbox", vertx);
        this.evaluator = new Evaluator(threads, metrics);
    }

    @PreDestroy
    void stop() {
        threads.stop();
    }

    @Override
    public Class<Evaluation> answers() {
        return Evaluation.class;
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public Uni<Map<Evaluation, Answer<ScriptResult>>> answer(Collection<Evaluation> needs) {
        return threads.answer(needs, Evaluation::execution, evaluator::answer, "the scripts");
    }
}
