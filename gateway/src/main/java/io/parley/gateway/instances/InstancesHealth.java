package io.parley.gateway.instances;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Tells operators which instances are left alone. That takes nothing from the gateway's own health: others would fare no better. */
@Wellness
final class InstancesHealth implements HealthCheck {

    private final Instances instances;

    InstancesHealth(Instances instances) {
        this.instances = instances;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("instances").up();
        instances
                .circuits()
                .forEach((instance, circuit) -> response.withData(
                        instance.service() + " " + instance.address(),
                        circuit.state().label()));
        return response.build();
    }
}
