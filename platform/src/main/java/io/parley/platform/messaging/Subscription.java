package io.parley.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import io.parley.contracts.Event;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One consumer of one queue: a channel, opened anew with each connection, whose deliveries are parsed and handed on. */
abstract class Subscription<E extends Event> implements ChannelUser {

    private final EventReader<E> reader;
    private final int prefetch;
    private final Broker broker;
    private final Vertx vertx;
    private final Handling handling;
    private final AtomicInteger underWay = new AtomicInteger();

    private volatile @Nullable OpenChannel open;
    private volatile @Nullable String consumerTag;
    private volatile boolean cancelled;

    Subscription(EventReader<E> reader, int prefetch, Broker broker, Vertx vertx, Handling handling) {
        this.reader = reader;
        this.prefetch = prefetch;
        this.broker = broker;
        this.vertx = vertx;
        this.handling = handling;
    }

    /** A message arrived; called on a thread of the RabbitMQ client, in the order of arrival. */
    abstract void arrived(Delivery<E> delivery);

    @Override
    public void opened(Connection connection) throws IOException {
        if (cancelled) {
            return;
        }
        Channel channel = connection.createChannel();
        OpenChannel opened = new OpenChannel(channel, broker);
        open = opened;
        channel.basicQos(prefetch);
        channel.addShutdownListener(cause -> {
            if (!cause.isHardError() && !cancelled) {
                broker.reset("channel of " + reader.queue().name() + " closed");
            }
        });
        consumerTag = channel.basicConsume(reader.queue().name(), false, new Receiver(channel, opened));
    }

    @Override
    public void closed() {
        open = null;
    }

    boolean isOpen() {
        OpenChannel current = open;
        return current != null && current.isOpen();
    }

    /** Events handed to a handler and not settled yet. */
    final int underWay() {
        return underWay.get();
    }

    final void begun(int events) {
        underWay.addAndGet(events);
    }

    final void settled(int events) {
        underWay.addAndGet(-events);
    }

    final Handling handling() {
        return handling;
    }

    final String queue() {
        return reader.queue().name();
    }

    final Vertx vertx() {
        return vertx;
    }

    final boolean isCancelled() {
        return cancelled;
    }

    /** An event loop's context of its own for one piece of work. */
    final ContextInternal newContext() {
        ContextInternal root = ((VertxInternal) vertx).createEventLoopContext();
        ContextInternal duplicated = root.duplicate();
        VertxContextSafetyToggle.setContextSafe(duplicated, true);
        return duplicated;
    }

    /** Takes no further messages. */
    void cancel() {
        cancelled = true;
        OpenChannel current = open;
        String tag = consumerTag;
        if (current != null && tag != null) {
            current.cancel(tag);
        }
    }

    /** Gives back what was not handled. */
    void close() {
        OpenChannel current = open;
        if (current != null) {
            current.close();
        }
    }

    private final class Receiver extends DefaultConsumer {

        private final OpenChannel opened;

        Receiver(Channel channel, OpenChannel opened) {
            super(channel);
            this.opened = opened;
        }

        @Override
        public void handleDelivery(String consumer, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
            long tag = envelope.getDeliveryTag();
            List<E> events;
            try {
                events = reader.read(body);
            } catch (Poison poison) {
                handling.rejected(queue(), poison);
                opened.reject(tag);
                return;
            }
            arrived(Delivery.of(events, properties, tag, opened));
        }

        @Override
        public void handleCancel(String consumer) {
            broker.reset("queue " + queue() + " was deleted");
        }
    }
}
