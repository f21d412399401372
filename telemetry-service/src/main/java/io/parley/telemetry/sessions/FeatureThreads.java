package io.parley.telemetry.sessions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.telemetry.features.Features;
import io.parley.telemetry.features.Happening;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Computes features on a thread of its own: a long session takes longer than an event loop has. Whoever asks waits for the
 * answer before asking again, so that nothing piles up.
 */
@ApplicationScoped
class FeatureThreads {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx;
    private final Timer time;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("session-features").daemon().factory());

    FeatureThreads(Vertx vertx, MeterRegistry registry) {
        this.vertx = vertx;
        this.time = Timer.builder("parley.telemetry.features")
                .description("Computation of a session's features")
                .register(registry);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    /** The features of a session's events as JSON; goes on where the caller was. */
    Uni<String> compute(List<Happening> events) {
        Context caller = vertx.getOrCreateContext();
        return Uni.createFrom()
                .item(() -> time.record(() -> json(Features.of(events))))
                .runSubscriptionOn(thread)
                .emitOn(task -> caller.runOnContext(now -> task.run()));
    }

    private static String json(Features features) {
        try {
            return JSON.writeValueAsString(features);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("features without a JSON form", impossible);
        }
    }
}
