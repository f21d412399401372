package io.parley.gateway.instances;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When an instance is left alone, and for how long. */
@ConfigMapping(prefix = "parley.gateway.circuit")
interface InstanceSettings {

    /** Requests in a row that an instance leaves without an answer before it is asked no more. */
    @WithDefault("5")
    int failures();

    /** How long it is left alone, before one request tries whether it is back. */
    @WithDefault("1s")
    Duration pause();
}
