package io.parley.gateway.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the gateway has patience with a client. */
@ConfigMapping(prefix = "parley.gateway.client")
interface ClientSettings {

    /** Longest time for the head of a request on HTTP/1.1, and from the beginning of a connection to the first. */
    @WithDefault("10s")
    Duration headTimeout();

    /** Longest time for the whole body of a request, however it comes. */
    @WithDefault("120s")
    Duration bodyTimeout();
}
