package io.parley.platform.messaging;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the broker is connected and every queue of the service has its consumer. */
@Readiness
final class BrokerReadiness implements HealthCheck {

    private final Broker broker;
    private final Consumers consumers;

    BrokerReadiness(Broker broker, Consumers consumers) {
        this.broker = broker;
        this.consumers = consumers;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker")
                .status(broker.connected() && consumers.ready())
                .build();
    }
}
