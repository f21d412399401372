package io.parley.telemetry.sessions;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Closes sessions that are over and computes their features, and again when events come late. Replicas share the work. */
@ApplicationScoped
class SessionUpkeep {

    private static final Logger LOG = Logger.getLogger(SessionUpkeep.class);

    /** Taken at once: as many as are done well within their lease. */
    private static final int MOST = 200;

    /** A session with more events is a device's log rather than a conversation, and has no features. */
    private static final long MAX_EVENTS = 10_000;

    private final DueSessions sessions;
    private final FeatureThreads threads;
    private final Clock clock;

    SessionUpkeep(DueSessions sessions, FeatureThreads threads, Clock clock) {
        this.sessions = sessions;
        this.threads = threads;
        this.clock = clock;
    }

    @Scheduled(every = "1s", identity = "telemetry-sessions", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keepUp() {
        return closeDue().onFailure().recoverWithUni(SessionUpkeep::postponed);
    }

    private Uni<Void> closeDue() {
        return sessions.take(clock.instant(), MOST)
                .call(this::closeAll)
                .chain(taken -> taken.size() < MOST ? Uni.createFrom().voidItem() : closeDue());
    }

    private Uni<Void> closeAll(List<DueSession> taken) {
        return Multi.createFrom()
                .iterable(taken)
                .filter(DueSession::over)
                .onItem()
                .transformToUniAndConcatenate(this::close)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> close(DueSession session) {
        if (session.events() > MAX_EVENTS) {
            return sessions.close(session, clock.instant(), null);
        }
        return sessions.events(session)
                .chain(threads::compute)
                .chain(features -> sessions.close(session, clock.instant(), features));
    }

    private static Uni<Void> postponed(Throwable failure) {
        LOG.warnf(failure, "message=\"sessions were not closed, they are tried again in a minute\"");
        return Uni.createFrom().voidItem();
    }
}
