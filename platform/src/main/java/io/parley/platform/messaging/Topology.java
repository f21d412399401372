package io.parley.platform.messaging;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.parley.contracts.Queue;
import io.parley.contracts.Queues;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Declares the exchanges and queues of {@link Queues}; declaring what is there already changes nothing. */
final class Topology {

    private Topology() {}

    static void declare(Connection connection) throws IOException, TimeoutException {
        try (Channel channel = connection.createChannel()) {
            channel.exchangeDeclare(Queues.EXCHANGE, BuiltinExchangeType.TOPIC, true);
            channel.exchangeDeclare(Queues.DEAD_EXCHANGE, BuiltinExchangeType.DIRECT, true);
            for (Queue<?> queue : Queues.ALL) {
                declare(channel, queue);
            }
        }
    }

    private static void declare(Channel channel, Queue<?> queue) throws IOException {
        channel.queueDeclare(queue.deadName(), true, false, false, Map.of("x-queue-type", "quorum"));
        channel.queueBind(queue.deadName(), Queues.DEAD_EXCHANGE, queue.deadName());
        channel.queueDeclare(queue.name(), true, false, false, arguments(queue));
        channel.queueBind(queue.name(), Queues.EXCHANGE, queue.routingKey());
    }

    private static Map<String, Object> arguments(Queue<?> queue) {
        return Map.of(
                "x-queue-type",
                "quorum",
                "x-delivery-limit",
                Queues.DELIVERY_LIMIT,
                "x-dead-letter-exchange",
                Queues.DEAD_EXCHANGE,
                "x-dead-letter-routing-key",
                queue.deadName(),
                "x-dead-letter-strategy",
                "at-least-once",
                "x-overflow",
                "reject-publish");
    }
}
