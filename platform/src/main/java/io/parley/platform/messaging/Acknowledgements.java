package io.parley.platform.messaging;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The deliveries of a channel that are settled, so that one acknowledgement covers all up to the first that is still
 * open. Not thread-safe. Delivery tags count from 1 without a gap.
 */
final class Acknowledgements {

    private final Channel channel;

    /** Every delivery up to this one is settled. */
    private long through;

    /** Settled ones beyond it. */
    private final NavigableSet<Long> beyond = new TreeSet<>();

    /** Handled, and the broker does not know yet. */
    private final NavigableSet<Long> unsent = new TreeSet<>();

    Acknowledgements(Channel channel) {
        this.channel = channel;
    }

    /** Says whether it is the first since the last {@link #send}. */
    boolean handled(long tag) {
        settled(tag);
        boolean first = unsent.isEmpty();
        unsent.add(tag);
        return first;
    }

    /** Settled with the broker already, other than by acknowledgement. */
    void settled(long tag) {
        beyond.add(tag);
        while (beyond.remove(through + 1)) {
            through++;
        }
    }

    /** Settled with the broker already, with all before it. */
    void settledThrough(long tag) {
        through = Math.max(through, tag);
        beyond.headSet(tag, true).clear();
    }

    /** Tells the broker. It refuses an acknowledgement of many whose last is not open, so that is one of the unsent. */
    void send() throws IOException {
        Long last = unsent.floor(through);
        if (last != null) {
            channel.basicAck(last, true);
        }
        for (long ahead : unsent.tailSet(through, false)) {
            channel.basicAck(ahead, false);
        }
        unsent.clear();
    }
}
