package io.parley.platform.messaging;

import com.rabbitmq.client.AMQP;
import io.parley.contracts.Event;
import java.util.List;
import java.util.stream.IntStream;

/** A message that waits to be handled, and the channel on which to settle it. */
record Delivery<E extends Event>(
        List<Arrival<E>> arrivals, AMQP.BasicProperties properties, long tag, OpenChannel channel) {

    static <E extends Event> Delivery<E> of(
            List<E> events, AMQP.BasicProperties properties, long tag, OpenChannel channel) {
        List<Trace> traces = Headers.traces(properties.getHeaders(), events.size());
        List<Arrival<E>> arrivals = IntStream.range(0, events.size())
                .mapToObj(index -> new Arrival<>(events.get(index), traces.get(index)))
                .toList();
        return new Delivery<>(arrivals, properties, tag, channel);
    }

    int events() {
        return arrivals.size();
    }
}
