package io.parley.run.progress;

import io.parley.contracts.RunId;
import io.parley.run.runs.RunsChanged;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisConnection;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Tells all replicas over Redis that runs changed. Best effort: who listens must be able to miss some, and is told when
 * that may have happened. One subscription for the life of the service; it is renewed when it is lost.
 */
@ApplicationScoped
class Announcements {

    private static final Logger LOG = Logger.getLogger(Announcements.class);
    private static final String CHANNEL = "parley:runs-changed";
    private static final String SEPARATOR = ",";
    private static final long RECONNECT_MILLIS = 1_000;
    private static final int MESSAGE_PARTS = 3;

    private final Redis redis;
    private final Vertx vertx;
    private volatile boolean stopped;

    Announcements(Redis redis, Vertx vertx) {
        this.redis = redis;
        this.vertx = vertx;
    }

    void announce(@Observes RunsChanged event) {
        String ids = event.ids().stream().map(RunId::toString).collect(Collectors.joining(SEPARATOR));
        var unused = redis.send(Request.cmd(Command.PUBLISH).arg(CHANNEL).arg(ids))
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.debugf("message=\"change not announced\" reason=\"%s\"", failure.toString()));
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /**
     * Listens from now on.
     *
     * @param changed is told each run that changed
     * @param missed is called when announcements may have been missed
     */
    void listen(Consumer<RunId> changed, Runnable missed) {
        var unused = redis.connect()
                .subscribe()
                .with(connection -> subscribe(connection, changed, missed), failure -> later(failure, changed, missed));
    }

    private void subscribe(RedisConnection connection, Consumer<RunId> changed, Runnable missed) {
        AtomicBoolean lost = new AtomicBoolean();
        Consumer<Throwable> whenLost = failure -> {
            if (lost.compareAndSet(false, true)) {
                later(failure, changed, missed);
            }
        };
        connection.handler(message -> received(message, changed));
        connection.exceptionHandler(whenLost);
        connection.endHandler(() -> whenLost.accept(new IllegalStateException("connection closed")));
        var unused = connection
                .send(Request.cmd(Command.SUBSCRIBE).arg(CHANNEL))
                .subscribe()
                .with(subscribed -> missed.run(), whenLost);
    }

    private void later(Throwable failure, Consumer<RunId> changed, Runnable missed) {
        if (!stopped) {
            LOG.warnf("message=\"not listening to Redis, trying on\" reason=\"%s\"", failure.toString());
            vertx.setTimer(RECONNECT_MILLIS, timer -> listen(changed, missed));
        }
    }

    private static void received(Response message, Consumer<RunId> changed) {
        if (message.size() == MESSAGE_PARTS && message.get(0).toString().equals("message")) {
            Stream.of(message.get(2).toString().split(SEPARATOR))
                    .map(RunId::fromString)
                    .forEach(changed);
        }
    }
}
