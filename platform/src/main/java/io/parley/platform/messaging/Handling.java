package io.parley.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.parley.platform.eventloops.EventLoops;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** What is the same for every handled message: retries, spans, counts and logs. */
final class Handling {

    private static final Logger LOG = Logger.getLogger(Handling.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final MeterRegistry metrics;
    private final Tracer tracer;
    private final EventLoops loops;

    Handling(MeterRegistry metrics, Tracer tracer, EventLoops loops) {
        this.metrics = metrics;
        this.tracer = tracer;
        this.loops = loops;
    }

    /** Calls a handler until it succeeds, the message proves to be at fault, or {@code wanted} says no more. */
    Uni<Void> persist(String queue, BooleanSupplier wanted, Supplier<Uni<Void>> handler) {
        Context context = Objects.requireNonNull(Vertx.currentContext());
        return Uni.createFrom()
                .deferred(() -> onContext(context, handler))
                .onFailure(failure -> !Faults.isOfMessage(failure))
                .invoke(failure -> LOG.warnf(
                        "message=\"handler failed, trying again\" queue=%s reason=\"%s\"", queue, failure.toString()))
                .onFailure(failure -> !Faults.isOfMessage(failure) && wanted.getAsBoolean())
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withExecutor(loops.clock())
                .indefinitely();
    }

    /** Pauses end outside of every context; the handler is always called on the event loop it began on. */
    @SuppressWarnings("ReferenceEquality") // a context is itself and no other
    private static Uni<Void> onContext(Context context, Supplier<Uni<Void>> handler) {
        return Vertx.currentContext() == context
                ? handler.get()
                : Uni.createFrom()
                        .deferred(handler::get)
                        .runSubscriptionOn(task -> context.runOnContext(now -> task.run()));
    }

    Span begin(String queue, Trace trace) {
        return tracer.spanBuilder("process " + queue)
                .setParent(trace.context())
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "rabbitmq")
                .setAttribute("messaging.destination.name", queue)
                .startSpan();
    }

    List<Span> beginAll(String queue, List<? extends Delivery<?>> batch) {
        return batch.stream()
                .flatMap(delivery -> delivery.arrivals().stream())
                .map(arrival -> begin(queue, arrival.trace()))
                .toList();
    }

    void handled(String queue, int messages) {
        metrics.counter("parley.messages.handled", "queue", queue).increment(messages);
    }

    void rejected(String queue, Throwable reason) {
        metrics.counter("parley.dead.letters", "queue", queue).increment();
        LOG.errorf("message=\"message sent to the dead letters\" queue=%s reason=\"%s\"", queue, reason.toString());
    }

    static void fail(Span span, Throwable failure) {
        span.setStatus(StatusCode.ERROR, failure.toString()).end();
    }
}
