package io.parley.platform.messaging;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one connection of a service to RabbitMQ, held open for ever. Each time it opens, the topology is declared first
 * and then every {@link ChannelUser} gets the connection; when it is lost, it is opened anew. The client library's own
 * recovery is off: a channel here never outlives its connection, so a delivery tag can never be taken for another's.
 *
 * <p>The RabbitMQ client blocks on its socket, so everything that touches it runs on this class's single thread or on
 * the client's own threads, never on an event loop.
 */
@ApplicationScoped
class Broker {

    private static final Logger LOG = Logger.getLogger(Broker.class);
    private static final int HEARTBEAT_SECONDS = 10;
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    /** Most work of this thread is acknowledgements, and nothing waits for them. */
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final BrokerSettings settings;
    private final String clientName;
    private final Vertx vertx;
    private final GatheringThread thread = GatheringThread.start("parley-broker", INTERVAL, () -> {});
    private final List<ChannelUser> users = new CopyOnWriteArrayList<>();

    private volatile @Nullable Connection connection;
    private volatile boolean stopped;
    private boolean failureLogged;

    Broker(BrokerSettings settings, Vertx vertx, @ConfigProperty(name = "quarkus.application.name") String clientName) {
        this.settings = settings;
        this.vertx = vertx;
        this.clientName = clientName;
    }

    void start(@Observes @Priority(Order.BROKER) StartupEvent event) {
        thread.execute(this::connect);
    }

    void stop(@Observes @Priority(Order.BROKER_STOP) ShutdownEvent event) {
        stopped = true;
        thread.execute(this::close);
        thread.shutdown();
    }

    /** Adds a user of channels; it gets the connection that is open now, and each that follows. */
    void add(ChannelUser user) {
        thread.execute(() -> {
            users.add(user);
            Connection open = connection;
            if (open != null) {
                offer(open, user);
            }
        });
    }

    boolean connected() {
        Connection open = connection;
        return open != null && open.isOpen();
    }

    /** Runs work that may block on the socket, in the order it was given. Dropped once the service has stopped. */
    void execute(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException afterStop) {
            LOG.debug("message=\"broker work after stop\"");
        }
    }

    /** Gives up the present connection, so that everything is declared and opened anew. */
    void reset(String reason) {
        execute(() -> {
            LOG.warnf("message=\"broker connection given up\" reason=\"%s\"", reason);
            abort();
        });
    }

    /** The open connection. None: {@link PublishFailed} with reason NOT_CONNECTED. */
    Connection require() {
        Connection open = connection;
        if (open == null || !open.isOpen()) {
            throw new PublishFailed(PublishFailed.Reason.NOT_CONNECTED);
        }
        return open;
    }

    private void connect() {
        if (stopped) {
            return;
        }
        try {
            Connection opened = factory().newConnection(clientName);
            connection = opened;
            opened.addShutdownListener(cause -> lost(opened, cause.getMessage()));
            Topology.declare(opened);
            LOG.infof("message=\"broker connected\" address=%s", opened.getAddress());
            failureLogged = false;
            users.forEach(user -> offer(opened, user));
        } catch (IOException | TimeoutException | RuntimeException failure) {
            logOnce(failure);
            abort();
            reconnectLater();
        }
    }

    private void offer(Connection open, ChannelUser user) {
        try {
            user.opened(open);
        } catch (IOException | RuntimeException failure) {
            LOG.warnf("message=\"channel not opened\" reason=\"%s\"", failure.getMessage());
            abort();
        }
    }

    @SuppressWarnings("ReferenceEquality") // a connection is itself and no other
    private void lost(Connection closed, @Nullable String reason) {
        execute(() -> {
            if (connection != closed) {
                return;
            }
            connection = null;
            users.forEach(ChannelUser::closed);
            if (!stopped) {
                LOG.warnf("message=\"broker connection lost\" reason=\"%s\"", reason);
                reconnectLater();
            }
        });
    }

    private void reconnectLater() {
        if (!stopped) {
            vertx.setTimer(settings.reconnectInterval().toMillis(), fired -> execute(this::connect));
        }
    }

    private void abort() {
        Connection open = connection;
        if (open != null) {
            open.abort();
        }
    }

    private void close() {
        Connection open = connection;
        if (open != null) {
            open.abort((int) settings.drainTimeout().toMillis());
        }
    }

    private void logOnce(Exception failure) {
        if (!failureLogged) {
            LOG.warnf("message=\"broker not reachable, trying on\" reason=\"%s\"", failure.toString());
            failureLogged = true;
        }
    }

    private ConnectionFactory factory() {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(settings.url());
        } catch (URISyntaxException | GeneralSecurityException malformed) {
            throw new IllegalArgumentException("parley.broker.url is not an AMQP address", malformed);
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        factory.setConnectionTimeout(CONNECT_TIMEOUT_MILLIS);
        factory.setThreadFactory(
                Thread.ofPlatform().name("parley-amqp-", 0).daemon().factory());
        return factory;
    }
}
