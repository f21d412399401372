package io.parley.validation.reviews;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** How the review queue does. */
@ApplicationScoped
class ReviewMetrics {

    private final MeterRegistry registry;
    private final Counter leasesEnded;
    private final AtomicLong open = new AtomicLong();

    ReviewMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.leasesEnded = registry.counter("parley.reviews.leases.expired");
        registry.gauge("parley.reviews.open", open);
    }

    void decided(Verdict verdict) {
        registry.counter("parley.reviews.decided", "verdict", verdict.name()).increment();
    }

    void leasesEnded(int leases) {
        leasesEnded.increment(leases);
    }

    /** Over all workspaces; every replica says the same. */
    void open(long reviews) {
        open.set(reviews);
    }
}
