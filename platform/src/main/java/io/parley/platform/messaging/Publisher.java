package io.parley.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Publishes events to the exchange, persistent and confirmed. The result completes when the broker has every message
 * safe, on the context of the caller, and fails with {@link PublishFailed} otherwise; then some of them may have
 * arrived, and sending all again is right, since every consumer is idempotent.
 */
@ApplicationScoped
public class Publisher {

    private final ConfirmedChannel channel;
    private final ObjectMapper json;
    private final Vertx vertx;

    Publisher(ConfirmedChannel channel, ObjectMapper json, Vertx vertx) {
        this.channel = channel;
        this.json = json;
        this.vertx = vertx;
    }

    /** Publishes one event in the trace of the caller. */
    public Uni<Void> publish(Event event) {
        return publishAll(List.of(event));
    }

    /** Publishes events in their order, in the trace of the caller; completes once all are confirmed. */
    public Uni<Void> publishAll(List<? extends Event> events) {
        Trace trace = Trace.current();
        return publishMessages(
                events.stream().map(event -> message(event, trace)).toList());
    }

    /** Publishes messages in their order; completes once all are confirmed. */
    public Uni<Void> publishMessages(List<Message> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().<Void>emitter(emitter -> {
            var context = vertx.getOrCreateContext();
            channel.send(
                    messages,
                    failure -> context.runOnContext(ignored -> {
                        if (failure == null) {
                            emitter.complete(null);
                        } else {
                            emitter.fail(failure);
                        }
                    }));
        });
    }

    /** The event as it travels, in the given trace. */
    public Message message(Event event, Trace trace) {
        try {
            return new Message(event.routingKey(), event.workspaceId(), trace, json.writeValueAsBytes(event));
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("event has no JSON form: " + event.routingKey(), failure);
        }
    }
}
