package io.parley.telemetry.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Events at the door: what the broker has confirmed, and what senders have to correct. */
@ApplicationScoped
class IntakeMetrics {

    private final MeterRegistry registry;
    private final Counter accepted;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.accepted = registry.counter("parley.telemetry.accepted");
    }

    void accepted(int events) {
        accepted.increment(events);
    }

    /** @param events how many, by the field that is wrong first: a JSON Pointer into the event, empty for the whole of it */
    void rejected(Map<String, Integer> events) {
        events.forEach((field, number) -> registry.counter("parley.telemetry.rejected", "reason", reason(field))
                .increment(number));
    }

    private static String reason(String field) {
        return field.isEmpty() ? "event" : field.substring(1);
    }
}
