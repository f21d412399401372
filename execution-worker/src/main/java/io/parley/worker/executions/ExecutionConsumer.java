package io.parley.worker.executions;

import io.parley.contracts.Queues;
import io.parley.platform.messaging.Consumers;
import io.parley.worker.WorkerSettings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Takes {@code execution.requested} from the queue that the workers share. */
@ApplicationScoped
class ExecutionConsumer {

    /**
     * For each conversation that may be under way, another request is taken and waits for a slot, so that a slow target's
     * requests do not keep the worker from those of other targets.
     */
    private static final int TAKEN_PER_CONVERSATION = 2;

    private final Consumers consumers;
    private final Executions executions;
    private final WorkerSettings settings;

    ExecutionConsumer(Consumers consumers, Executions executions, WorkerSettings settings) {
        this.consumers = consumers;
        this.executions = executions;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        consumers.consumeEach(
                Queues.WORK_EXECUTIONS, TAKEN_PER_CONVERSATION * settings.concurrency(), executions::work);
    }
}
