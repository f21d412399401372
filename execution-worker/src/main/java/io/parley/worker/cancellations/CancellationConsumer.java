package io.parley.worker.cancellations;

import io.parley.contracts.Queues;
import io.parley.platform.messaging.Consumers;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Takes {@code run.cancelled} from the queue that the workers share. */
@ApplicationScoped
class CancellationConsumer {

    private static final int MAX_BATCH = 100;

    private final Consumers consumers;
    private final Cancellations cancellations;

    CancellationConsumer(Consumers consumers, Cancellations cancellations) {
        this.consumers = consumers;
        this.cancellations = cancellations;
    }

    void start(@Observes StartupEvent event) {
        consumers.consumeBatches(Queues.WORK_CANCELLATIONS, MAX_BATCH, Duration.ZERO, cancellations::announce);
    }
}
