package io.parley.validation.reviews;

import io.parley.validation.testing.Scored;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Puts executions into the queue, as the scorer does. */
@ApplicationScoped
class Opened {

    private final ReviewQueue queue;

    Opened(ReviewQueue queue) {
        this.queue = queue;
    }

    void add(List<Scored> scored) {
        queue.open(
                        scored.stream().map(Scored::completed).toList(),
                        scored.stream().map(Scored::validated).toList())
                .await()
                .atMost(Duration.ofSeconds(30));
    }
}
