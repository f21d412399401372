package io.parley.platform.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.AMQP;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes a message of several events apart when one of them is at fault, so that each is handled or refused by itself. */
@ApplicationScoped
class Unpacking {

    private static final String TO_A_QUEUE = "";

    private final OwnChannels channels;
    private final ObjectMapper json;

    Unpacking(OwnChannels channels, ObjectMapper json) {
        this.channels = channels;
        this.json = json;
    }

    /** Puts each event of a message into its queue as a message of its own; completes once all are safe there. */
    Uni<Void> putBack(String queue, Delivery<?> delivery) {
        return channels.with(channel -> {
                    channel.confirmSelect();
                    for (Arrival<?> arrival : delivery.arrivals()) {
                        channel.basicPublish(
                                TO_A_QUEUE,
                                queue,
                                true,
                                alone(delivery, arrival),
                                json.writeValueAsBytes(arrival.event()));
                    }
                    OwnChannels.awaitConfirms(channel);
                    return delivery.events();
                })
                .replaceWithVoid();
    }

    private static AMQP.BasicProperties alone(Delivery<?> delivery, Arrival<?> arrival) {
        return delivery.properties()
                .builder()
                .headers(Headers.of(arrival.event().workspaceId(), List.of(arrival.trace())))
                .build();
    }
}
