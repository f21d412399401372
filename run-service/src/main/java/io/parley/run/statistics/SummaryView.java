package io.parley.run.statistics;

import io.parley.contracts.Counts;
import io.parley.contracts.RunId;
import io.parley.run.runs.PassRate;
import io.parley.run.runs.RunStatus;
import io.parley.run.runs.RunView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run comes to, by its rows as they are now.
 *
 * @param passRate absent while nothing has passed or failed
 * @param latency absent while no conversation was held to its end
 * @param repeats absent when no case is repeated
 * @param gate absent until the run is completed, and when its suite asks for none
 */
record SummaryView(
        RunId runId,
        String branch,
        RunStatus status,
        Counts counts,
        @Nullable PassRate passRate,
        @Nullable Latency latency,
        @Nullable Repeats repeats,
        @Nullable GateView gate) {

    static SummaryView of(RunView run, Optional<Latency> latency, Optional<Repeats> repeats, Optional<GateView> gate) {
        return new SummaryView(
                run.id(),
                run.branch(),
                run.status(),
                run.counts(),
                run.passRate(),
                latency.orElse(null),
                repeats.orElse(null),
                gate.orElse(null));
    }
}
