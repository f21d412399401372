package io.parley.local;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Nobody reads metrics of a process that lives as long as a command: what is counted and timed goes nowhere. */
@Dependent
final class UnreadMetrics {

    @Produces
    @Singleton
    MeterRegistry registry() {
        return new CompositeMeterRegistry();
    }
}
