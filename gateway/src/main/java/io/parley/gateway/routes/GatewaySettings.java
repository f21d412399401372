package io.parley.gateway.routes;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the gateway lets through, and where to. */
@ConfigMapping(prefix = "parley.gateway")
interface GatewaySettings {

    /** The services behind the gateway, by name. */
    Map<String, Service> services();

    /** Paths that need no token; a segment {@code *} stands for any. */
    List<String> publicPaths();

    /** Largest request body of paths that have no limit of their own. */
    @WithDefault("1M")
    MemorySize bodyLimit();

    interface Service {

        /** Where its instances are: {@code http} or {@code https}, host and port of each. */
        @WithName("url")
        List<URI> urls();

        /** Longest time without a byte of the answer, where it is not that of all services. */
        Optional<Duration> answerTimeout();

        /** Path prefixes it answers, whole segments: {@code /api/v1/runs} is also {@code /api/v1/runs/7}. */
        List<String> paths();

        /** Largest request body by prefix, where it differs. */
        Map<String, MemorySize> bodyLimits();
    }
}
