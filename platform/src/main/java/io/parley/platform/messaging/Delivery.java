package io.parley.platform.messaging;

import com.rabbitmq.client.AMQP;
import io.parley.contracts.Event;
import java.util.List;

/** A message that waits to be handled, and the channel on which to settle it. */
record Delivery<E extends Event>(List<E> events, AMQP.BasicProperties properties, long tag, OpenChannel channel) {

    /** The trace of what published it. */
    Trace trace() {
        Object header =
                properties.getHeaders() == null ? null : properties.getHeaders().get(Trace.HEADER);
        return header == null ? Trace.NONE : new Trace(header.toString());
    }
}
