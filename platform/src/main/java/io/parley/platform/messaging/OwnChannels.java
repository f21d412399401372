package io.parley.platform.messaging;

import com.rabbitmq.client.Channel;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Short work on the broker, each on a channel of its own that is closed after it. */
@ApplicationScoped
class OwnChannels {

    private static final long CONFIRM_MILLIS = 10_000;

    private final Broker broker;
    private final Vertx vertx;

    OwnChannels(Broker broker, Vertx vertx) {
        this.broker = broker;
        this.vertx = vertx;
    }

    /** What the work answers, on the caller's context; fails with {@link PublishFailed} where there is no connection. */
    <T> Uni<T> with(Work<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = vertx.getOrCreateContext();
            broker.execute(() -> {
                try (Channel channel = broker.require().createChannel()) {
                    T result = work.apply(channel);
                    context.runOnContext(ignored -> emitter.complete(result));
                } catch (IOException | TimeoutException | RuntimeException failure) {
                    context.runOnContext(ignored -> emitter.fail(failure));
                }
            });
        });
    }

    /** Waits, within its work, until what a channel in confirm mode published is safe; fails if it is not. */
    static void awaitConfirms(Channel channel) throws IOException {
        try {
            channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for a confirmation", stopped);
        } catch (TimeoutException late) {
            throw new IOException("no confirmation in time", late);
        }
    }

    interface Work<T> {
        T apply(Channel channel) throws IOException;
    }
}
