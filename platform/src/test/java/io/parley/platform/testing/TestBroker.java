package io.parley.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.parley.contracts.Event;
import io.parley.contracts.Queue;
import io.parley.contracts.Queues;
import io.parley.platform.json.WireFormat;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** A second client of the test's broker: sends what another service would send, and looks into queues. */
public final class TestBroker implements AutoCloseable {

    private static final ObjectMapper JSON = WireFormat.mapper();

    private final Connection connection;
    private final Channel channel;

    /** Of messages with several events, those that nobody took yet. */
    private final Map<String, Deque<Event>> unpacked = new HashMap<>();

    private TestBroker(Connection connection) throws IOException {
        this.connection = connection;
        this.channel = connection.createChannel();
    }

    /** Connects to the broker of the running test. */
    public static TestBroker connect() {
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(ConfigProvider.getConfig().getValue("parley.broker.url", String.class));
            return new TestBroker(factory.newConnection("test"));
        } catch (IOException | TimeoutException | URISyntaxException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void publish(Event event) {
        try {
            publish(event.routingKey(), JSON.writeValueAsString(event));
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(failure);
        }
    }

    /** Publishes any body, also one that no consumer can read. */
    public void publish(String routingKey, String body) {
        AMQP.BasicProperties properties = new AMQP.BasicProperties.Builder()
                .deliveryMode(2)
                .type(routingKey)
                .contentType("application/json")
                .build();
        run(() -> channel.basicPublish(Queues.EXCHANGE, routingKey, properties, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** A queue that sees every event of a kind from now on, for as long as this client is connected. */
    public String listen(Class<? extends Event> event) {
        return call(() -> {
            String queue = channel.queueDeclare().getQueue();
            channel.queueBind(queue, Queues.EXCHANGE, Event.routingKeyOf(event));
            return queue;
        });
    }

    /** Takes the next message of a queue, if there is one. */
    public Optional<String> take(String queue) {
        return call(() -> Optional.ofNullable(channel.basicGet(queue, true))
                .map(GetResponse::getBody)
                .map(body -> new String(body, StandardCharsets.UTF_8)));
    }

    /** Takes the next event of a queue, if there is one, of however many its message has. */
    public <E extends Event> Optional<E> take(String queue, Class<E> type) {
        Deque<Event> left = unpacked.computeIfAbsent(queue, name -> new ArrayDeque<>());
        if (left.isEmpty()) {
            take(queue).ifPresent(body -> left.addAll(events(body.getBytes(StandardCharsets.UTF_8), type)));
        }
        return Optional.ofNullable(left.poll()).map(type::cast);
    }

    /** Takes what lies in a queue at the moment, oldest first. */
    public <E extends Event> List<E> takeAll(String queue, Class<E> type) {
        return Stream.generate(() -> take(queue, type))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    private static <E extends Event> List<E> events(byte[] body, Class<E> type) {
        try (MappingIterator<E> events = JSON.readerFor(type).readValues(body)) {
            return events.readAll();
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /**
     * Takes up to so many messages of a queue, beside its other consumers, and does nothing with them: they are given to
     * others when this client disconnects, as those of a process that dies are.
     *
     * @return what was taken so far; grows
     */
    public <E extends Event> List<E> hold(Queue<E> queue, int most) {
        List<E> held = new CopyOnWriteArrayList<>();
        run(() -> {
            channel.basicQos(most);
            channel.basicConsume(
                    queue.name(),
                    false,
                    (consumer, delivery) -> held.addAll(events(delivery.getBody(), queue.event())),
                    consumer -> {});
        });
        return held;
    }

    /** How many messages of a queue could not be handled. */
    public long deadLetters(Queue<?> queue) {
        return call(() -> channel.messageCount(queue.deadName()));
    }

    /** How many messages wait in a queue, without those a consumer has taken and not acknowledged. */
    public long waiting(Queue<?> queue) {
        return call(() -> channel.messageCount(queue.name()));
    }

    @Override
    public void close() {
        run(connection::close);
    }

    private static void run(Call call) {
        call(() -> {
            call.run();
            return "";
        });
    }

    private static <T> T call(Answer<T> answer) {
        try {
            return answer.get();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private interface Call {
        void run() throws IOException;
    }

    private interface Answer<T> {
        T get() throws IOException;
    }
}
