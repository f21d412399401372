package io.parley.platform.messaging;

import io.opentelemetry.api.trace.Span;
import io.parley.contracts.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Handles messages in batches, one after the other. A batch that is not full begins no sooner than the interval after
 * the one before it, so batches grow with the load, and a lone message is handled at once.
 */
final class BatchSubscription<E extends Event> extends Subscription<E> {

    private final int maxBatch;
    private final Duration interval;
    private final Unpacking unpacking;
    private final Function<List<Delivery<E>>, Uni<Void>> handler;
    private final Queue<Delivery<E>> waiting = new ArrayDeque<>();
    private int waitingEvents;
    private boolean scheduled;
    private volatile long lastBegun;

    BatchSubscription(
            EventReader<E> reader,
            int maxBatch,
            Duration interval,
            Broker broker,
            Vertx vertx,
            Handling handling,
            Unpacking unpacking,
            Function<List<Delivery<E>>, Uni<Void>> handler) {
        super(reader, 2 * maxBatch, broker, vertx, handling);
        this.maxBatch = maxBatch;
        this.interval = interval;
        this.lastBegun = System.nanoTime() - interval.toNanos();
        this.unpacking = unpacking;
        this.handler = handler;
    }

    @Override
    void arrived(Delivery<E> delivery) {
        synchronized (waiting) {
            waiting.add(delivery);
            waitingEvents += delivery.events();
            if (scheduled) {
                return;
            }
            scheduled = true;
        }
        schedule();
    }

    private void schedule() {
        long due = lastBegun + interval.toNanos() - System.nanoTime();
        vertx().setTimer(
                        Math.max(1, TimeUnit.NANOSECONDS.toMillis(due)),
                        ignored -> newContext().runOnContext(now -> next()));
    }

    private void next() {
        lastBegun = System.nanoTime();
        List<Delivery<E>> batch = take();
        if (batch.isEmpty()) {
            rest();
            return;
        }
        int events = events(batch);
        begun(events);
        var unused = settle(batch)
                .onTermination()
                .invoke(() -> settled(events))
                .subscribe()
                .with(done -> goOn(), failure -> unsettled(batch, failure));
    }

    /** Everything unacknowledged must come again, or the next cumulative acknowledgement would cover this batch too. */
    private void unsettled(List<Delivery<E>> batch, Throwable failure) {
        batch.getLast().channel().giveUp("a batch of " + queue() + " was not settled: " + failure);
        goOn();
    }

    private List<Delivery<E>> take() {
        List<Delivery<E>> batch = new ArrayList<>();
        int events = 0;
        synchronized (waiting) {
            for (Delivery<E> next = waiting.peek();
                    next != null && (events == 0 || events + next.events() <= maxBatch);
                    next = waiting.peek()) {
                waiting.remove();
                waitingEvents -= next.events();
                if (next.channel().isOpen() && !isCancelled()) {
                    batch.add(next);
                    events += next.events();
                }
            }
        }
        return batch;
    }

    private static int events(List<? extends Delivery<?>> batch) {
        return batch.stream().mapToInt(Delivery::events).sum();
    }

    private void rest() {
        synchronized (waiting) {
            if (waiting.isEmpty()) {
                scheduled = false;
                return;
            }
        }
        schedule();
    }

    private void goOn() {
        boolean full;
        synchronized (waiting) {
            full = waitingEvents >= maxBatch;
        }
        if (full) {
            newContext().runOnContext(now -> next());
        } else {
            rest();
        }
    }

    /** Handles a batch; one with an event at fault is halved until its message stands alone, and then unpacked. */
    private Uni<Void> settle(List<Delivery<E>> batch) {
        List<Span> spans = handling().beginAll(queue(), batch);
        OpenChannel channel = batch.getLast().channel();
        return handling()
                .persist(queue(), channel::isOpen, () -> handler.apply(batch))
                .onItem()
                .invoke(() -> succeeded(batch, spans))
                .onFailure()
                .invoke(failure -> spans.forEach(span -> Handling.fail(span, failure)))
                .onFailure(Faults::isOfMessage)
                .recoverWithUni(failure -> isolate(batch, failure));
    }

    private Uni<Void> isolate(List<Delivery<E>> batch, Throwable failure) {
        if (batch.size() > 1) {
            int half = batch.size() / 2;
            return settle(batch.subList(0, half)).chain(() -> settle(batch.subList(half, batch.size())));
        }
        Delivery<E> alone = batch.getFirst();
        if (alone.events() > 1) {
            return unpacking
                    .putBack(queue(), alone)
                    .invoke(() -> alone.channel().acknowledgeUpTo(alone.tag()));
        }
        handling().rejected(queue(), failure);
        alone.channel().reject(alone.tag());
        return Uni.createFrom().voidItem();
    }

    private void succeeded(List<Delivery<E>> batch, List<Span> spans) {
        spans.forEach(Span::end);
        handling().handled(queue(), events(batch));
        Delivery<E> last = batch.getLast();
        last.channel().acknowledgeUpTo(last.tag());
    }
}
