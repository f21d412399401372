package io.parley.platform.messaging;

import io.parley.contracts.Queue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** How far consumers are behind. */
@ApplicationScoped
public class Backlogs {

    private final OwnChannels channels;

    Backlogs(OwnChannels channels) {
        this.channels = channels;
    }

    /** The messages that wait in a queue; fails with {@link PublishFailed} where the broker is away. */
    public Uni<Long> of(Queue<?> queue) {
        return channels.with(channel -> channel.messageCount(queue.name()));
    }
}
