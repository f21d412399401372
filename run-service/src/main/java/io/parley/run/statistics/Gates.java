package io.parley.run.statistics;

import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.run.baselines.Baselines;
import io.parley.run.comparison.Comparisons;
import io.parley.run.runs.RunStatus;
import io.parley.run.runs.RunView;
import io.parley.run.statistics.GateView.Condition;
import io.parley.run.suites.Gate;
import io.parley.run.suites.Revision;
import io.parley.run.suites.Suites;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds completed runs against the gates of their suites. */
@ApplicationScoped
class Gates {

    private final Suites suites;
    private final Baselines baselines;
    private final Comparisons comparisons;

    Gates(Suites suites, Baselines baselines, Comparisons comparisons) {
        this.suites = suites;
        this.baselines = baselines;
        this.comparisons = comparisons;
    }

    /** The result; none while the run is under way, when it was cancelled, and when its revision has no gate. */
    Uni<Optional<GateView>> check(WorkspaceId workspace, RunView run) {
        return run.status() == RunStatus.COMPLETED
                ? suites.require(workspace, run.suiteId(), run.revision())
                        .map(Revision::gate)
                        .chain(gate -> gate.isOpen() ? none() : check(workspace, run, gate))
                : none();
    }

    private Uni<Optional<GateView>> check(WorkspaceId workspace, RunView run, Gate gate) {
        return regressions(workspace, run, gate.regressions())
                .map(regressions -> Optional.of(GateConditions.check(run, gate, regressions)));
    }

    private Uni<Optional<Condition>> regressions(WorkspaceId workspace, RunView run, @Nullable Integer wanted) {
        return wanted == null
                ? Uni.createFrom().item(Optional.empty())
                : baselines
                        .find(workspace, run.suiteId(), run.branch())
                        .chain(found -> regressions(workspace, run, wanted, found))
                        .map(Optional::of);
    }

    private Uni<Condition> regressions(WorkspaceId workspace, RunView run, int wanted, Optional<RunId> baseline) {
        if (baseline.isEmpty()) {
            return Uni.createFrom().item(GateConditions.withoutBaseline(run, wanted));
        }
        return comparisons
                .newlyFailing(workspace, run.id(), baseline.get())
                .map(found -> GateConditions.regressions(
                        wanted,
                        found,
                        "%d newly failing against run %s, the baseline of the branch %s; at most %d wanted."
                                .formatted(found, baseline.get(), run.branch(), wanted)));
    }

    private static Uni<Optional<GateView>> none() {
        return Uni.createFrom().item(Optional.empty());
    }
}
