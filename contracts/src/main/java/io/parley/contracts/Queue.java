package io.parley.contracts;

/**
 * One queue of one consumer, named {@code <consumer>.<event>}. What it cannot handle ends in {@link #deadName()} behind
 * the exchange {@value Queues#DEAD_EXCHANGE}.
 *
 * @param name the queue's name on the broker
 * @param event the events it takes
 */
public record Queue<E extends Event>(String name, Class<E> event) {

    /** The queue that keeps what {@link #name()} could not handle until a person replays or drops it. */
    public String deadName() {
        return name + ".dead";
    }

    /** The routing key that binds the queue to the exchange. */
    public String routingKey() {
        return Event.routingKeyOf(event);
    }
}
