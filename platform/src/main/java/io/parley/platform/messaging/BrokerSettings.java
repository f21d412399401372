package io.parley.platform.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How to reach RabbitMQ. */
@ConfigMapping(prefix = "parley.broker")
interface BrokerSettings {

    /** {@code amqp://user:password@host:port/vhost}, or {@code amqps} for TLS. */
    String url();

    /** Pause between two tries to connect. */
    @WithDefault("1s")
    Duration reconnectInterval();

    /** How long a publish may wait for its confirmation before it counts as failed. */
    @WithDefault("10s")
    Duration confirmTimeout();

    /** How long a stopping service waits for handlers that are under way. */
    @WithDefault("10s")
    Duration drainTimeout();
}
