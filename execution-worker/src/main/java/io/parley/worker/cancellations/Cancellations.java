package io.parley.worker.cancellations;

import io.parley.contracts.RunCancelled;
import io.parley.contracts.RunId;
import io.parley.platform.eventloops.EventLoops;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Knows the cancelled runs; what one worker learns, all know within a second. */
@ApplicationScoped
public class Cancellations {

    private static final Logger LOG = Logger.getLogger(Cancellations.class);
    private static final Duration ANSWER_TIME = Duration.ofSeconds(1);

    private final CancelledRuns runs;
    private final EventLoops loops;
    private final RecentRuns recent = new RecentRuns();

    Cancellations(CancelledRuns runs, EventLoops loops) {
        this.runs = runs;
        this.loops = loops;
    }

    /** Completes while the run goes on, fails with {@link RunWasCancelled} otherwise; when nobody can tell, it goes on. */
    public Uni<Void> requireGoingOn(RunId run) {
        return switch (recent.look(run, System.nanoTime())) {
            case GOING_ON -> Uni.createFrom().voidItem();
            case CANCELLED -> Uni.createFrom().failure(new RunWasCancelled(run));
            case UNKNOWN -> lookUp(run);
        };
    }

    /** Makes the runs known as cancelled to every worker. */
    public Uni<Void> announce(List<RunCancelled> cancelled) {
        List<RunId> ids = cancelled.stream().map(RunCancelled::runId).toList();
        ids.forEach(recent::cancelled);
        return runs.add(ids);
    }

    private Uni<Void> lookUp(RunId run) {
        return runs.has(run)
                .ifNoItem()
                .after(ANSWER_TIME)
                .on(loops.clock())
                .fail()
                .onFailure()
                .recoverWithItem(failure -> unknown(run, failure))
                .chain(cancelled -> cancelled ? stop(run) : goOn(run));
    }

    private Uni<Void> stop(RunId run) {
        recent.cancelled(run);
        return Uni.createFrom().failure(new RunWasCancelled(run));
    }

    private Uni<Void> goOn(RunId run) {
        recent.goesOn(run, System.nanoTime());
        return Uni.createFrom().voidItem();
    }

    private static boolean unknown(RunId run, Throwable failure) {
        LOG.debugf("message=\"cannot tell whether the run was cancelled\" run=%s reason=\"%s\"", run, failure);
        return false;
    }
}
