package io.parley.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the gateway has patience with a service. */
@ConfigMapping(prefix = "parley.gateway.upstream")
interface ProxySettings {

    /** Longest time to open a connection. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** Longest time without a byte of the answer, once the request is through; a service may have its own. */
    @WithDefault("30s")
    Duration answerTimeout();
}
