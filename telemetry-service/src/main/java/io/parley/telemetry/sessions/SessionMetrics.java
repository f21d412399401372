package io.parley.telemetry.sessions;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** How many sessions are open, over all workspaces: every replica says the same. */
@ApplicationScoped
class SessionMetrics {

    private static final Logger LOG = Logger.getLogger(SessionMetrics.class);

    /** Whatever is open is due some time, which is what the index holds. */
    private static final String OPEN = "select count(*) from session where due_at is not null and closed_at is null";

    private final Pool pool;
    private final AtomicLong open = new AtomicLong();

    SessionMetrics(Pool pool, MeterRegistry registry) {
        this.pool = pool;
        Gauge.builder("parley.telemetry.sessions.open", open, AtomicLong::get)
                .description("Sessions that are neither ended nor silent for long")
                .register(registry);
    }

    @Scheduled(every = "1m", delayed = "5s", identity = "telemetry-open-sessions")
    Uni<Void> count() {
        return pool.query(OPEN)
                .execute()
                .invoke(rows -> open.set(rows.iterator().next().getLong(0)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(SessionMetrics::postponed);
    }

    private static Uni<Void> postponed(Throwable failure) {
        LOG.warnf(failure, "message=\"open sessions were not counted, they are in a minute\"");
        return Uni.createFrom().voidItem();
    }
}
