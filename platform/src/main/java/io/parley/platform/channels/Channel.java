package io.parley.platform.channels;

import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisConnection;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * A channel in Redis. Best effort: a message is heard at most once by each who listens, in any order, and not at all while Redis is
 * away or too many are on their way. A listener has one connection for the life of the service, renewed when it is lost.
 */
public final class Channel {

    private static final Logger LOG = Logger.getLogger(Channel.class);
    private static final long RECONNECT_MILLIS = 1_000;
    private static final int MESSAGE_PARTS = 3;

    /** Whoever else wants Redis waits for no more than these. */
    private static final int MOST_UNDER_WAY = 256;

    private final Redis redis;
    private final Vertx vertx;
    private final String name;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Set<RedisConnection> listening = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public Channel(Redis redis, Vertx vertx, String name) {
        this.redis = redis;
        this.vertx = vertx;
        this.name = name;
    }

    /** Says this to whoever listens, and does not wait for it. */
    public void say(String message) {
        if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
            underWay.decrementAndGet();
            return;
        }
        var unused = redis.send(Request.cmd(Command.PUBLISH).arg(name).arg(message))
                .onTermination()
                .invoke(underWay::decrementAndGet)
                .subscribe()
                .with(
                        said -> {},
                        failure ->
                                LOG.debugf("message=\"not said\" channel=%s reason=\"%s\"", name, failure.toString()));
    }

    /**
     * Listens from now on.
     *
     * @param heard is told each message
     * @param missed is called when messages may have been missed, and when listening begins
     */
    public void listen(Consumer<String> heard, Runnable missed) {
        var unused = redis.connect()
                .subscribe()
                .with(connection -> subscribe(connection, heard, missed), failure -> later(failure, heard, missed));
    }

    /** Listens no more. */
    public void close() {
        closed = true;
        listening.forEach(Channel::giveBack);
    }

    private static void giveBack(RedisConnection connection) {
        var unused = connection.close().subscribe().with(done -> {}, gone -> {});
    }

    private void subscribe(RedisConnection connection, Consumer<String> heard, Runnable missed) {
        AtomicBoolean lost = new AtomicBoolean();
        listening.add(connection);
        if (closed) {
            giveBack(connection);
            return;
        }
        Consumer<Throwable> whenLost = failure -> {
            if (lost.compareAndSet(false, true)) {
                listening.remove(connection);
                giveBack(connection);
                later(failure, heard, missed);
            }
        };
        connection.handler(message -> received(message, heard));
        connection.exceptionHandler(whenLost);
        connection.endHandler(() -> whenLost.accept(new IllegalStateException("connection closed")));
        var unused = connection
                .send(Request.cmd(Command.SUBSCRIBE).arg(name))
                .subscribe()
                .with(subscribed -> missed.run(), whenLost);
    }

    private void later(Throwable failure, Consumer<String> heard, Runnable missed) {
        if (!closed) {
            LOG.warnf("message=\"not listening to Redis, trying on\" reason=\"%s\"", failure.toString());
            vertx.setTimer(RECONNECT_MILLIS, timer -> listen(heard, missed));
        }
    }

    private static void received(Response message, Consumer<String> heard) {
        if (message.size() == MESSAGE_PARTS && message.get(0).toString().equals("message")) {
            heard.accept(message.get(2).toString());
        }
    }
}
