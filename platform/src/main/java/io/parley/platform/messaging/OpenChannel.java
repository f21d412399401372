package io.parley.platform.messaging;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import org.jboss.logging.Logger;

/**
 * Settles deliveries on the channel they came from, on the broker's thread. Once that channel is closed there is
 * nothing to settle: the broker delivers again.
 */
final class OpenChannel {

    private static final Logger LOG = Logger.getLogger(OpenChannel.class);

    private final Channel channel;
    private final Broker broker;
    private final Acknowledgements acknowledgements;

    OpenChannel(Channel channel, Broker broker) {
        this.channel = channel;
        this.broker = broker;
        this.acknowledgements = new Acknowledgements(channel);
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Those that are acknowledged at about the same time go to the broker together. */
    void acknowledge(long tag) {
        broker.execute(() -> {
            if (acknowledgements.handled(tag)) {
                settle(acknowledgements::send);
            }
        });
    }

    /** Acknowledges the delivery and every earlier one of the channel. */
    void acknowledgeUpTo(long tag) {
        settle(() -> {
            acknowledgements.settledThrough(tag);
            channel.basicAck(tag, true);
        });
    }

    /** Sends the message to the dead letters. */
    void reject(long tag) {
        settle(() -> {
            acknowledgements.settled(tag);
            channel.basicReject(tag, false);
        });
    }

    /** Gives the whole connection up, so that every delivery that is not settled comes again. */
    void giveUp(String reason) {
        if (channel.isOpen()) {
            broker.reset(reason);
        }
    }

    /** Takes no further deliveries; those that are under way can still be settled. */
    void cancel(String consumerTag) {
        settle(() -> channel.basicCancel(consumerTag));
    }

    /** Closes the channel after all that was settled before; what is left goes back to the queue. */
    void close() {
        settle(acknowledgements::send);
        broker.execute(() -> {
            try {
                channel.abort();
            } catch (IOException alreadyGone) {
                LOG.debugf("message=\"channel gone before its close\" reason=\"%s\"", alreadyGone.getMessage());
            }
        });
    }

    private void settle(Settlement settlement) {
        broker.execute(() -> {
            if (channel.isOpen()) {
                try {
                    settlement.run();
                } catch (IOException | RuntimeException lost) {
                    LOG.debugf("message=\"delivery not settled, it will come again\" reason=\"%s\"", lost.getMessage());
                }
            }
        });
    }

    private interface Settlement {
        void run() throws IOException;
    }
}
