package io.parley.cli.runs;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.RunView;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * How long the runs of one command wait for targets that are down: a job should not wait for one that nobody brings back,
 * and not twice.
 */
final class TargetPatience {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ParleyApi api;
    private final Clock clock;
    private final Set<String> away = new HashSet<>();

    TargetPatience(ParleyApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** Cancels a run that has waited long enough, or whose target an earlier one has waited for, and says so. */
    void require(RunView run) {
        Duration left = away.contains(run.targetName()) ? Duration.ZERO : PATIENCE;
        if (run.hasMissedTargetFor(left, clock.instant())) {
            away.add(run.targetName());
            api.cancel(run.id());
            throw new TargetAway(run, left);
        }
    }
}
