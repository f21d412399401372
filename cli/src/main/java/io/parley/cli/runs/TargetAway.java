package io.parley.cli.runs;

import io.parley.cli.api.RunView;
import java.time.Duration;

/** A run was cancelled since its target could not be reached for long. */
final class TargetAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TargetAway(RunView run, Duration patience) {
        super("Run " + run.id() + " is cancelled: its target " + run.targetName() + " could not be reached"
                + (patience.isZero() ? ", as in a run before it." : " for " + patience.toMinutes() + " minutes."));
    }
}
