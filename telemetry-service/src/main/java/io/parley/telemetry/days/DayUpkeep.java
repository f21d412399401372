package io.parley.telemetry.days;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Opens days ahead of time and drops expired ones, at the start and then every hour. Replicas do not disturb it. */
@ApplicationScoped
class DayUpkeep {

    private static final Logger LOG = Logger.getLogger(DayUpkeep.class);

    private final Days days;

    DayUpkeep(Days days) {
        this.days = days;
    }

    @Scheduled(every = "1h", identity = "telemetry-days")
    Uni<Void> keepUp() {
        return days.openAhead()
                .chain(days::dropExpired)
                .invoke(DayUpkeep::told)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(DayUpkeep::postponed);
    }

    private static void told(int dropped) {
        if (dropped > 0) {
            LOG.infof("message=\"expired days dropped\" days=%d", dropped);
        }
    }

    private static Uni<Void> postponed(Throwable failure) {
        LOG.warnf(failure, "message=\"upkeep of days failed, it is tried again in an hour\"");
        return Uni.createFrom().voidItem();
    }
}
