package io.parley.platform.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.parley.contracts.Event;
import io.parley.contracts.Queue;
import io.parley.platform.eventloops.EventLoops;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes messages from queues, at least once each.
 *
 * <p>A message is acknowledged after its handler's {@code Uni} completed. A handler that fails because its surroundings
 * do (database away, broker away) is called again with growing pauses while the message stays unacknowledged; a message
 * that is itself at fault ({@link Poison}, data the database refuses, a body that is no such event) goes to the dead
 * letters and is counted in {@code parley_dead_letters_total}. Handlers run on an event loop and must not block.
 *
 * <p>A stopping service takes nothing new, waits for what is under way, and hands the rest back to the queue.
 */
@ApplicationScoped
public class Consumers {

    private final Broker broker;
    private final BrokerSettings settings;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final Publisher publisher;
    private final Handling handling;
    private final Unpacking unpacking;
    private final List<Subscription<?>> subscriptions = new CopyOnWriteArrayList<>();

    Consumers(
            Broker broker,
            BrokerSettings settings,
            ObjectMapper json,
            Vertx vertx,
            EventLoops loops,
            Publisher publisher,
            Unpacking unpacking,
            MeterRegistry metrics,
            OpenTelemetry telemetry) {
        this.broker = broker;
        this.settings = settings;
        this.json = json;
        this.vertx = vertx;
        this.publisher = publisher;
        this.unpacking = unpacking;
        this.handling = new Handling(metrics, telemetry.getTracer("parley-messaging"), loops);
    }

    /**
     * Handles messages in batches, one batch after the other, in the order of their arrival.
     *
     * @param maxBatch most events in a batch, more only if a single message has them
     * @param interval shortest time from one batch to the next, if that is not full
     * @param handler called again with the same batch, or parts of it, after a failure
     */
    public <E extends Event> void consumeBatches(
            Queue<E> queue, int maxBatch, Duration interval, Function<List<E>, Uni<Void>> handler) {
        subscribe(batches(queue, maxBatch, interval, batch -> handler.apply(events(batch))));
    }

    /**
     * Answers every message with events, published in the trace of the message, in batches as {@link #consumeBatches} has
     * them: those of a batch all at once, in their order.
     *
     * @param answer the events that follow from each message of a batch, in the order of the messages
     */
    public <E extends Event> void answerBatches(
            Queue<E> queue, int maxBatch, Duration interval, Function<List<E>, Uni<List<List<Event>>>> answer) {
        subscribe(batches(
                queue,
                maxBatch,
                interval,
                batch -> answer.apply(events(batch))
                        .chain(answers -> publisher.publishMessages(inTraceOf(batch, answers)))));
    }

    /**
     * Handles messages each on its own, many at once, in the trace of the message.
     *
     * @param concurrency most messages under way at once
     */
    public <E extends Event> void consumeEach(Queue<E> queue, int concurrency, Function<E, Uni<Void>> handler) {
        if (Event.travelTogether(queue.routingKey())) {
            throw new IllegalArgumentException(queue.name() + " has several events in a message: take batches");
        }
        subscribe(new EachSubscription<>(reader(queue), concurrency, broker, vertx, handling, handler));
    }

    /** Whether every subscription has its channel. */
    boolean ready() {
        return broker.connected() && subscriptions.stream().allMatch(Subscription::isOpen);
    }

    void stop(@Observes @Priority(Order.CONSUMERS_STOP) ShutdownEvent event) {
        subscriptions.forEach(Subscription::cancel);
        Drain.finish(subscriptions, settings.drainTimeout());
        subscriptions.forEach(Subscription::close);
    }

    private void subscribe(Subscription<?> subscription) {
        subscriptions.add(subscription);
        broker.add(subscription);
    }

    private <E extends Event> BatchSubscription<E> batches(
            Queue<E> queue, int maxBatch, Duration interval, Function<List<Delivery<E>>, Uni<Void>> handler) {
        return new BatchSubscription<>(reader(queue), maxBatch, interval, broker, vertx, handling, unpacking, handler);
    }

    private static <E extends Event> List<E> events(List<Delivery<E>> batch) {
        return arrivals(batch).map(Arrival::event).toList();
    }

    private static <E extends Event> Stream<Arrival<E>> arrivals(List<Delivery<E>> batch) {
        return batch.stream().flatMap(delivery -> delivery.arrivals().stream());
    }

    private <E extends Event> List<Message> inTraceOf(List<Delivery<E>> batch, List<List<Event>> answers) {
        Iterator<List<Event>> answersInOrder = answers.iterator();
        return arrivals(batch)
                .flatMap(arrival ->
                        answersInOrder.next().stream().map(event -> publisher.message(event, arrival.trace())))
                .toList();
    }

    private <E extends Event> EventReader<E> reader(Queue<E> queue) {
        return new EventReader<>(queue, json.readerFor(queue.event()));
    }
}
