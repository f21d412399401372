package io.parley.platform.messaging;

import com.rabbitmq.client.Connection;
import java.io.IOException;

/** Has channels on the broker's connection. Called on the broker's thread only. */
interface ChannelUser {

    /** A connection is open and the topology is declared: open channels on it. */
    void opened(Connection connection) throws IOException;

    /** The connection is gone, with every channel on it. */
    void closed();
}
