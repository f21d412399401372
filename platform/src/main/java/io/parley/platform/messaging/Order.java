package io.parley.platform.messaging;

/** The order in which messaging starts and, the other way round, stops; lower runs first. */
final class Order {

    static final int BROKER = 100;
    static final int CONSUMERS_STOP = 100;
    static final int PUBLISHER_STOP = 200;
    static final int BROKER_STOP = 300;

    private Order() {}
}
