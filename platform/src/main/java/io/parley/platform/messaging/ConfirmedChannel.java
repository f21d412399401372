package io.parley.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Return;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Queues;
import io.parley.platform.ids.Ids;
import io.parley.platform.messaging.PublishFailed.Reason;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * One channel in confirm mode with a thread of its own. Every message ends exactly once: confirmed, returned, refused,
 * lost with its connection, or timed out. A new channel starts with nothing pending, so a confirmation can never be
 * taken for one of an earlier channel.
 */
@ApplicationScoped
class ConfirmedChannel implements ChannelUser {

    private static final int PERSISTENT = 2;
    private static final int MAX_PENDING = 50_000;
    private static final int TIMEOUT_CHECKS_PER_TIMEOUT = 5;
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final Broker broker;
    private final BrokerSettings settings;
    private final String application;
    private final MeterRegistry metrics;
    private final Vertx vertx;
    private final GatheringThread thread = GatheringThread.start("parley-publisher", INTERVAL);

    private volatile Pending pending = new Pending();
    private @Nullable Channel channel;

    ConfirmedChannel(
            Broker broker,
            BrokerSettings settings,
            MeterRegistry metrics,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.broker = broker;
        this.settings = settings;
        this.metrics = metrics;
        this.vertx = vertx;
        this.application = application;
    }

    void start(@Observes @Priority(Order.BROKER) StartupEvent event) {
        broker.add(this);
        long interval = settings.confirmTimeout().toMillis() / TIMEOUT_CHECKS_PER_TIMEOUT;
        vertx.setPeriodic(interval, fired -> pending.expire(System.nanoTime()));
    }

    void stop(@Observes @Priority(Order.PUBLISHER_STOP) ShutdownEvent event) {
        thread.execute(() -> pending.failAll(Reason.CONNECTION_LOST));
        thread.shutdown();
    }

    /** Sends messages; {@code done} gets null once all are confirmed, or the first failure. Never blocks. */
    void send(List<Message> messages, Consumer<@Nullable PublishFailed> done) {
        if (pending.size() + messages.size() > MAX_PENDING) {
            done.accept(new PublishFailed(Reason.OVERLOADED));
            return;
        }
        try {
            thread.execute(() -> sendAll(messages, new Publication(messages.size(), done)));
        } catch (RejectedExecutionException stopped) {
            done.accept(new PublishFailed(Reason.NOT_CONNECTED));
        }
    }

    @Override
    public void opened(Connection connection) throws IOException {
        Channel opened = connection.createChannel();
        opened.confirmSelect();
        Pending ofChannel = new Pending();
        opened.addConfirmListener(
                (tag, multiple) -> ofChannel.confirm(tag, multiple),
                (tag, multiple) -> ofChannel.fail(tag, multiple, Reason.REFUSED));
        opened.addReturnListener((Return returned) ->
                ofChannel.markReturned(returned.getProperties().getMessageId()));
        opened.addShutdownListener(cause -> thread.execute(() -> dropped(opened, ofChannel, cause.isHardError())));
        thread.execute(() -> {
            channel = opened;
            pending = ofChannel;
        });
    }

    @Override
    public void closed() {
        // The channel's own shutdown listener has settled everything that was pending on it.
    }

    @SuppressWarnings("ReferenceEquality") // a channel is itself and no other
    private void dropped(Channel closed, Pending ofChannel, boolean withConnection) {
        if (channel == closed) {
            channel = null;
        }
        ofChannel.failAll(Reason.CONNECTION_LOST);
        if (!withConnection) {
            broker.reset("publishing channel closed");
        }
    }

    private void sendAll(List<Message> messages, Publication publication) {
        Channel open = channel;
        if (open == null || !open.isOpen()) {
            publication.fail(Reason.NOT_CONNECTED);
            return;
        }
        for (Message message : messages) {
            if (!send(open, message, publication)) {
                return;
            }
        }
    }

    private boolean send(Channel open, Message message, Publication publication) {
        AMQP.BasicProperties properties = properties(message);
        long tag = open.getNextPublishSeqNo();
        pending.add(tag, new Pending.Entry(properties.getMessageId(), publication, deadline()));
        try {
            boolean mandatory = Queues.isTaken(message.routingKey());
            open.basicPublish(Queues.EXCHANGE, message.routingKey(), mandatory, properties, message.body());
            metrics.counter("parley.messages.published", "event", message.routingKey())
                    .increment();
            return true;
        } catch (IOException | RuntimeException lost) {
            pending.failAll(Reason.CONNECTION_LOST);
            return false;
        }
    }

    private AMQP.BasicProperties properties(Message message) {
        Map<String, Object> headers = HashMap.newHashMap(2);
        headers.put("workspace", message.workspaceId().toString());
        if (message.trace().traceparent() != null) {
            headers.put(Trace.HEADER, message.trace().traceparent());
        }
        return new AMQP.BasicProperties.Builder()
                .messageId(Ids.next().toString())
                .type(message.routingKey())
                .appId(application)
                .contentType("application/json")
                .deliveryMode(PERSISTENT)
                .timestamp(Date.from(Instant.now()))
                .headers(headers)
                .build();
    }

    private long deadline() {
        return System.nanoTime() + settings.confirmTimeout().toNanos();
    }
}
