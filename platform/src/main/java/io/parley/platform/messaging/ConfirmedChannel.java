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
import java.util.List;
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
    private final GatheringThread thread = GatheringThread.start("parley-publisher", INTERVAL, this::sendParcels);
    private final Parcels parcels = new Parcels();

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
        thread.execute(() -> {
            sendParcels();
            pending.failAll(Reason.CONNECTION_LOST);
        });
        thread.shutdown();
    }

    /** Sends messages; {@code done} gets null once all are confirmed, or the first failure. Never blocks. */
    void send(List<Message> messages, Consumer<@Nullable PublishFailed> done) {
        if (pending.size() + messages.size() > MAX_PENDING) {
            done.accept(new PublishFailed(Reason.OVERLOADED));
            return;
        }
        try {
            thread.execute(() -> pack(messages, new Publication(messages.size(), done)));
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

    private void pack(List<Message> messages, Publication publication) {
        messages.forEach(message -> parcels.add(message, publication));
    }

    private void sendParcels() {
        for (Parcel parcel : parcels.take()) {
            Channel open = channel;
            if (open == null || !open.isOpen()) {
                parcel.publications().forEach(publication -> publication.fail(Reason.NOT_CONNECTED));
            } else {
                send(open, parcel);
            }
        }
    }

    private void send(Channel open, Parcel parcel) {
        Parcel.Kind kind = parcel.kind();
        AMQP.BasicProperties properties = properties(kind, parcel.traces());
        pending.add(
                open.getNextPublishSeqNo(),
                new Pending.Entry(properties.getMessageId(), parcel.publications(), deadline()));
        try {
            boolean mandatory = Queues.isTaken(kind.routingKey());
            open.basicPublish(Queues.EXCHANGE, kind.routingKey(), mandatory, properties, parcel.body());
            metrics.counter("parley.messages.published", "event", kind.routingKey())
                    .increment(parcel.events());
        } catch (IOException | RuntimeException lost) {
            pending.failAll(Reason.CONNECTION_LOST);
        }
    }

    private AMQP.BasicProperties properties(Parcel.Kind kind, List<Trace> traces) {
        return new AMQP.BasicProperties.Builder()
                .messageId(Ids.next().toString())
                .type(kind.routingKey())
                .appId(application)
                .contentType("application/json")
                .deliveryMode(PERSISTENT)
                .timestamp(Date.from(Instant.now()))
                .headers(Headers.of(kind.workspaceId(), traces))
                .build();
    }

    private long deadline() {
        return System.nanoTime() + settings.confirmTimeout().toNanos();
    }
}
