package io.parley.e2e.deadletters;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.parley.e2e.platform.Platform;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeoutException;

/** A way to the platform's broker past its services. */
final class Broker implements AutoCloseable {

    private static final String EXCHANGE = "parley";
    private static final String TO_A_QUEUE = "";
    private static final long TO_CONFIRM_MILLIS = 10_000;

    private final Connection connection;
    private final Channel channel;

    private Broker(Connection connection) throws IOException {
        this.connection = connection;
        this.channel = connection.createChannel();
        channel.confirmSelect();
    }

    static Broker of(Platform platform) throws IOException, TimeoutException {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(platform.servers().brokerUrl());
        } catch (URISyntaxException | GeneralSecurityException malformed) {
            throw new IllegalStateException(malformed);
        }
        return new Broker(factory.newConnection("e2e"));
    }

    /** Publishes a message as an event of this type. */
    void publish(String routingKey, String body) throws Exception {
        publish(EXCHANGE, routingKey, body);
    }

    /** Puts a message into a queue. */
    void put(String queue, String body) throws Exception {
        publish(TO_A_QUEUE, queue, body);
    }

    /** Throws away what is in a queue. */
    void purge(String queue) throws IOException {
        channel.queuePurge(queue);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    private void publish(String exchange, String routingKey, String body) throws Exception {
        channel.basicPublish(exchange, routingKey, true, null, body.getBytes(StandardCharsets.UTF_8));
        channel.waitForConfirmsOrDie(TO_CONFIRM_MILLIS);
    }
}
