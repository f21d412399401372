package io.parley.run.statistics;

import io.parley.contracts.Counts;
import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.run.baselines.Baselines;
import io.parley.run.comparison.Comparisons;
import io.parley.run.runs.PassRate;
import io.parley.run.runs.RunStatus;
import io.parley.run.runs.RunView;
import io.parley.run.statistics.GateView.Condition;
import io.parley.run.suites.Gate;
import io.parley.run.suites.Revision;
import io.parley.run.suites.Suites;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds completed runs against the gates of their suites. */
@ApplicationScoped
class Gates {

    /** Enough that one execution of 100,000 shows. */
    private static final MathContext SIX_DIGITS = new MathContext(6);

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
                .map(regressions -> Stream.of(
                                passRate(run.passRate(), gate.passRate()),
                                unsure(run.counts(), gate.unsure()),
                                regressions)
                        .flatMap(Optional::stream)
                        .toList())
                .map(conditions -> Optional.of(GateView.of(conditions)));
    }

    private static Optional<Condition> passRate(@Nullable PassRate rate, @Nullable Double wanted) {
        if (wanted == null) {
            return Optional.empty();
        }
        return Optional.of(
                rate == null
                        ? new Condition("pass-rate", wanted, null, false, "Nothing has passed or failed.")
                        : new Condition(
                                "pass-rate",
                                wanted,
                                rate.value(),
                                rate.value() >= wanted,
                                "%s passed of what passed or failed; at least %s is wanted."
                                        .formatted(percent(rate.value()), percent(wanted))));
    }

    private static Optional<Condition> unsure(Counts counts, @Nullable Double wanted) {
        if (wanted == null) {
            return Optional.empty();
        }
        double found = (double) counts.unsure() / counts.total();
        return Optional.of(new Condition(
                "unsure",
                wanted,
                found,
                found <= wanted,
                "%s of all are unsure; at most %s is wanted.".formatted(percent(found), percent(wanted))));
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
            return Uni.createFrom()
                    .item(regressions(
                            wanted,
                            0,
                            "The branch %s has no baseline: there was nothing to compare with."
                                    .formatted(run.branch())));
        }
        return comparisons
                .newlyFailing(workspace, run.id(), baseline.get())
                .map(found -> regressions(
                        wanted,
                        found,
                        "%d newly failing against run %s, the baseline of the branch %s; at most %d wanted."
                                .formatted(found, baseline.get(), run.branch(), wanted)));
    }

    private static Condition regressions(int wanted, int found, String reason) {
        return new Condition("regressions", wanted, (double) found, found <= wanted, reason);
    }

    private static Uni<Optional<GateView>> none() {
        return Uni.createFrom().item(Optional.empty());
    }

    private static String percent(double share) {
        return new BigDecimal(100 * share)
                        .round(SIX_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString() + "%";
    }
}
