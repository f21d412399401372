package io.parley.auth.recovery;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Writes the mails that were asked for. Whoever asked has had the answer by then and can measure nothing. */
@ApplicationScoped
class Answering {

    private static final Logger LOG = Logger.getLogger(Answering.class);

    private final RecoveryRepository repository;

    Answering(RecoveryRepository repository) {
        this.repository = repository;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> answer() {
        return repository
                .answer()
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("message=\"mails that were asked for not written this time\" reason=\"%s\"", failure))
                .onFailure()
                .recoverWithNull();
    }
}
