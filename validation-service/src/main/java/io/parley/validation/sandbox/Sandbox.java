package io.parley.validation.sandbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Answer;
import io.parley.validation.assertions.Source;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Evaluates scripts, many at a time. Those of one execution follow each other, so that they can share their time and one
 * execution never holds more than one thread.
 */
@Singleton
final class Sandbox implements Source<Evaluation, ScriptResult> {

    private final SandboxThreads threads;
    private final Vertx vertx;

    Sandbox(Vertx vertx, MeterRegistry metrics) {
        this.threads = new SandboxThreads(metrics);
        this.vertx = vertx;
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
        Context context = vertx.getOrCreateContext();
        Map<Effort, List<Evaluation>> executions = needs.stream().collect(Collectors.groupingBy(Evaluation::execution));
        List<Uni<Map<Evaluation, Answer<ScriptResult>>>> shares = new ArrayList<>();
        executions.values().forEach(scripts -> shares.add(threads.evaluate(scripts)));
        return Uni.join().all(shares).andFailFast().map(Sandbox::together).emitOn(context::runOnContext);
    }

    private static Map<Evaluation, Answer<ScriptResult>> together(List<Map<Evaluation, Answer<ScriptResult>>> shares) {
        Map<Evaluation, Answer<ScriptResult>> all = new HashMap<>();
        shares.forEach(all::putAll);
        return all;
    }
}
