package io.parley.telemetry.days;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** How many days have a partition: every replica says the same. */
@ApplicationScoped
class DayMetrics {

    private static final Logger LOG = Logger.getLogger(DayMetrics.class);
    private static final String PARTITIONS = "select count(*) from pg_inherits where inhparent = 'event'::regclass";

    private final Pool pool;
    private final AtomicLong partitions = new AtomicLong();

    DayMetrics(Pool pool, MeterRegistry registry) {
        this.pool = pool;
        Gauge.builder("parley.telemetry.partitions", partitions, AtomicLong::get)
                .description("Days that events are kept of, and those open for events to come")
                .register(registry);
    }

    @Scheduled(every = "1m", delayed = "5s", identity = "telemetry-partitions")
    Uni<Void> count() {
        return pool.query(PARTITIONS)
                .execute()
                .invoke(rows -> partitions.set(rows.iterator().next().getLong(0)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(DayMetrics::postponed);
    }

    private static Uni<Void> postponed(Throwable failure) {
        LOG.warnf(failure, "message=\"partitions were not counted, they are in a minute\"");
        return Uni.createFrom().voidItem();
    }
}
