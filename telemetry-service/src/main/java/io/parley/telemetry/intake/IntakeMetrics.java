package io.parley.telemetry.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Events at the door: what the broker has confirmed, and what senders have to correct. */
@ApplicationScoped
class IntakeMetrics {

    private final Counter accepted;
    private final Counter rejected;

    IntakeMetrics(MeterRegistry registry) {
        accepted = registry.counter("parley.telemetry.accepted");
        rejected = registry.counter("parley.telemetry.rejected");
    }

    void accepted(int events) {
        accepted.increment(events);
    }

    void rejected(int events) {
        rejected.increment(events);
    }
}
