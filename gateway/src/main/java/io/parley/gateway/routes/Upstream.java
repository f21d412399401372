package io.parley.gateway.routes;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A service behind the gateway.
 *
 * @param instances at least one; any of them answers any request
 * @param answerTimeout longest time without a byte of an answer, where the service has one of its own
 */
public record Upstream(String name, List<Instance> instances, Optional<Duration> answerTimeout) {

    static Upstream of(String name, GatewaySettings.Service settings) {
        List<Instance> instances =
                settings.urls().stream().map(url -> Instance.of(name, url)).toList();
        if (new HashSet<>(instances).size() < instances.size()) {
            throw new IllegalArgumentException(
                    "parley.gateway.services." + name + ".url must name each address once, was " + settings.urls());
        }
        return new Upstream(name, instances, settings.answerTimeout());
    }
}
