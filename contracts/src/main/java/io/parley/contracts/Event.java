package io.parley.contracts;

import java.util.Optional;
import java.util.stream.Stream;

/** Something that happened, or a request for it, as it travels over the exchange {@value Queues#EXCHANGE}. */
public sealed interface Event
        permits ExecutionAssessed,
                ExecutionCompleted,
                ExecutionRequested,
                ExecutionReviewed,
                ExecutionValidated,
                JudgementDeferred,
                JudgementRequested,
                RunCancelled,
                RunCompleted,
                TelemetryReceived {

    /** The workspace that owns what the event speaks of. */
    WorkspaceId workspaceId();

    /** The event's type as the exchange knows it: routing key and AMQP {@code type}. */
    default String routingKey() {
        return routingKeyOf(getClass());
    }

    /** The routing key under which events of this class are published and bound. */
    static String routingKeyOf(Class<? extends Event> type) {
        return RoutingKey.of(type).key();
    }

    /** Whether several events of this routing key may be one message, a JSON array of them. */
    static boolean travelTogether(String routingKey) {
        return Stream.of(RoutingKey.values())
                .anyMatch(candidate ->
                        candidate.key().equals(routingKey) && candidate.travel() == RoutingKey.Travel.TOGETHER);
    }

    /** The class whose events travel under a routing key, if there is one. */
    static Optional<Class<? extends Event>> typeOf(String routingKey) {
        return Stream.of(RoutingKey.values())
                .filter(candidate -> candidate.key().equals(routingKey))
                .<Class<? extends Event>>map(RoutingKey::type)
                .findFirst();
    }
}
