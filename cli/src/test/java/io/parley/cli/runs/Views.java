package io.parley.cli.runs;

import io.parley.cli.api.RunStatus;
import io.parley.cli.api.RunView;
import io.parley.contracts.Counts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs as the API shows them. */
final class Views {

    private Views() {}

    /** @param pause null for a run that has ended */
    static RunView run(String suite, String target, RunView.@Nullable Pause pause, Counts counts) {
        return new RunView(
                UUID.randomUUID(),
                suite,
                target,
                pause == null ? RunStatus.COMPLETED : RunStatus.RUNNING,
                pause,
                counts,
                null,
                Instant.EPOCH,
                pause == null ? Instant.EPOCH : null);
    }
}
