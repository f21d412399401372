package io.parley.gateway.proxy;

import io.parley.gateway.routes.Routes;
import io.parley.gateway.routes.Upstream;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops the start when connections would end as idle while the answers awaited on them may still come. */
@Singleton
final class PatienceCheck {

    void check(
            @Observes StartupEvent start,
            Routes routes,
            ProxySettings settings,
            @ConfigProperty(name = "quarkus.http.idle-timeout") Duration idle) {
        check(idle, settings.answerTimeout(), routes.upstreams());
    }

    static void check(Duration idle, Duration answerTimeout, List<Upstream> upstreams) {
        String tooPatient = upstreams.stream()
                .filter(upstream ->
                        upstream.answerTimeout().orElse(answerTimeout).compareTo(idle) >= 0)
                .map(Upstream::name)
                .collect(Collectors.joining(", "));
        if (!tooPatient.isEmpty()) {
            throw new IllegalArgumentException("quarkus.http.idle-timeout is " + idle
                    + " and must be more than the answer-timeout of any service, but is not for " + tooPatient);
        }
    }
}
