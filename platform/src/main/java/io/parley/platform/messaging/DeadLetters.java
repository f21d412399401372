package io.parley.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Queue;
import io.parley.contracts.Queues;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What could not be handled, for a person to look at and to send again. */
@ApplicationScoped
public class DeadLetters {

    private static final int SHOWN_BYTES = 2_000;
    private static final int REPLAYED = 1_000;

    private final OwnChannels channels;
    private final Map<String, Long> depths = new ConcurrentHashMap<>();

    /**
     * How many messages one dead-letter queue holds.
     *
     * @param queue the queue whose consumer could not handle them
     */
    public record Depth(String queue, long messages) {}

    /**
     * One message that could not be handled.
     *
     * @param reason why the broker put it here: {@code rejected} by the consumer or {@code delivery_limit} reached
     * @param body the first 2,000 bytes
     */
    public record Letter(
            String messageId, String type, @Nullable Instant publishedAt, String reason, String body) {}

    DeadLetters(OwnChannels channels, MeterRegistry metrics) {
        this.channels = channels;
        for (Queue<?> queue : Queues.ALL) {
            Gauge.builder("parley.dead.letters.waiting", depths, known -> known.getOrDefault(queue.name(), 0L))
                    .tag("queue", queue.name())
                    .register(metrics);
        }
    }

    /** The depth of every dead-letter queue; also refreshes the gauge {@code parley_dead_letters_waiting}. */
    public Uni<List<Depth>> depths() {
        return channels.with(channel -> {
            List<Depth> found = new ArrayList<>();
            for (Queue<?> queue : Queues.ALL) {
                long messages = channel.messageCount(queue.deadName());
                depths.put(queue.name(), messages);
                found.add(new Depth(queue.name(), messages));
            }
            return found;
        });
    }

    /** The oldest dead letters of a queue; they stay where they are. */
    public Uni<List<Letter>> list(Queue<?> queue, int limit) {
        return channels.with(channel -> {
            List<Letter> letters = new ArrayList<>();
            GetResponse got = null;
            while (letters.size() < limit && (got = channel.basicGet(queue.deadName(), false)) != null) {
                letters.add(letter(got));
            }
            return letters; // closing the channel gives them back
        });
    }

    /**
     * Sends the dead letters of a queue to that queue again, and to no other; at most {@value #REPLAYED} at a time. Says
     * how many.
     */
    public Uni<Integer> replay(Queue<?> queue) {
        return channels.with(channel -> {
            List<GetResponse> taken = take(channel, queue);
            channel.confirmSelect();
            for (GetResponse letter : taken) {
                channel.basicPublish("", queue.name(), true, withoutHistory(letter.getProps()), letter.getBody());
            }
            OwnChannels.awaitConfirms(channel);
            if (!taken.isEmpty()) {
                channel.basicAck(taken.getLast().getEnvelope().getDeliveryTag(), true);
            }
            return taken.size();
        });
    }

    /** Takes them all before the first is sent again: one that comes back must not be taken twice. */
    private static List<GetResponse> take(Channel channel, Queue<?> queue) throws IOException {
        List<GetResponse> taken = new ArrayList<>();
        GetResponse got = null;
        while (taken.size() < REPLAYED && (got = channel.basicGet(queue.deadName(), false)) != null) {
            taken.add(got);
        }
        return taken;
    }

    private static Letter letter(GetResponse got) {
        AMQP.BasicProperties properties = got.getProps();
        byte[] body = got.getBody();
        Date published = properties.getTimestamp();
        return new Letter(
                String.valueOf(properties.getMessageId()),
                String.valueOf(properties.getType()),
                published == null ? null : published.toInstant(),
                reason(properties),
                new String(body, 0, Math.min(body.length, SHOWN_BYTES), StandardCharsets.UTF_8));
    }

    private static String reason(AMQP.BasicProperties properties) {
        Map<String, Object> headers = properties.getHeaders();
        Object reason = headers == null ? null : headers.get("x-first-death-reason");
        return String.valueOf(reason);
    }

    private static AMQP.BasicProperties withoutHistory(AMQP.BasicProperties properties) {
        Map<String, Object> headers =
                new HashMap<>(properties.getHeaders() == null ? Map.of() : properties.getHeaders());
        headers.keySet().removeIf(name -> name.startsWith("x-"));
        return properties.builder().headers(headers).build();
    }
}
