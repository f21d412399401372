package io.parley.platform.messaging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.parley.contracts.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.function.Function;

/** Handles messages side by side; the prefetch of the channel bounds how many. */
final class EachSubscription<E extends Event> extends Subscription<E> {

    private final Function<E, Uni<Void>> handler;

    EachSubscription(
            EventReader<E> reader,
            int concurrency,
            Broker broker,
            Vertx vertx,
            Handling handling,
            Function<E, Uni<Void>> handler) {
        super(reader, concurrency, broker, vertx, handling);
        this.handler = handler;
    }

    @Override
    void arrived(Delivery<E> delivery) {
        begun(1);
        newContext().runOnContext(ignored -> handle(delivery));
    }

    @SuppressWarnings("MustBeClosedChecker") // the trace belongs to the context, and the context to this message alone
    private void handle(Delivery<E> delivery) {
        Arrival<E> only = delivery.arrivals().getFirst();
        Span span = handling().begin(queue(), only.trace());
        Scope scope = only.trace().context().with(span).makeCurrent();
        var unused = handling()
                .persist(queue(), () -> isWanted(delivery), () -> handler.apply(only.event()))
                .onTermination()
                .invoke(() -> settled(1))
                .onTermination()
                .invoke(scope::close)
                .subscribe()
                .with(done -> succeeded(delivery, span), failure -> failed(delivery, span, failure));
    }

    /** A stopping service hands a message back rather than try it again. */
    private boolean isWanted(Delivery<E> delivery) {
        return delivery.channel().isOpen() && !isCancelled();
    }

    private void succeeded(Delivery<E> delivery, Span span) {
        span.end();
        handling().handled(queue(), 1);
        delivery.channel().acknowledge(delivery.tag());
    }

    private void failed(Delivery<E> delivery, Span span, Throwable failure) {
        Handling.fail(span, failure);
        if (Faults.isOfMessage(failure)) {
            handling().rejected(queue(), failure);
            delivery.channel().reject(delivery.tag());
        }
    }
}
