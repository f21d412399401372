package io.parley.validation.reviews;

import io.parley.platform.database.Rows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Takes away leases that have ended, and counts what is open. Replicas can do so at the same time. */
@ApplicationScoped
class ReviewUpkeep {

    private static final Logger LOG = Logger.getLogger(ReviewUpkeep.class);
    private static final String COUNT = "select count(*) as open from reviews where state <> 'SETTLED'";

    private final Pool database;
    private final Leases leases;
    private final ReviewMetrics metrics;

    ReviewUpkeep(Pool database, Leases leases, ReviewMetrics metrics) {
        this.database = database;
        this.leases = leases;
        this.metrics = metrics;
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> keep() {
        return leases.endLapsed()
                .chain(this::count)
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("message=\"reviews not kept up this time\" reason=\"%s\"", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> count() {
        return database.preparedQuery(COUNT)
                .execute()
                .invoke(rows -> Rows.first(rows, row -> row.getLong("open")).ifPresent(metrics::open))
                .replaceWithVoid();
    }
}
