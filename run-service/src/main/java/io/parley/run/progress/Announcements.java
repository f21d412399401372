package io.parley.run.progress;

import io.parley.contracts.RunId;
import io.parley.platform.channels.Channel;
import io.parley.run.runs.RunsChanged;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells all replicas over Redis that runs changed. Best effort: who listens must be able to miss some, and is told when
 * that may have happened.
 */
@ApplicationScoped
class Announcements {

    private static final String SEPARATOR = ",";

    private final Channel channel;

    Announcements(Redis redis, Vertx vertx) {
        this.channel = new Channel(redis, vertx, "parley:runs-changed");
    }

    void announce(@Observes RunsChanged event) {
        channel.say(event.ids().stream().map(RunId::toString).collect(Collectors.joining(SEPARATOR)));
    }

    void stop(@Observes ShutdownEvent event) {
        channel.close();
    }

    /**
     * Listens from now on.
     *
     * @param changed is told each run that changed
     * @param missed is called when announcements may have been missed
     */
    void listen(Consumer<RunId> changed, Runnable missed) {
        channel.listen(
                ids -> Stream.of(ids.split(SEPARATOR)).map(RunId::fromString).forEach(changed), missed);
    }
}
