package io.parley.run.statistics;

import io.parley.contracts.Counts;
import io.parley.platform.local.ForLocal;
import io.parley.run.runs.PassRate;
import io.parley.run.runs.RunView;
import io.parley.run.statistics.GateView.Condition;
import io.parley.run.suites.Gate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a suite can ask of a run, and whether the run keeps to it. */
@ForLocal
public final class GateConditions {

    /** Enough that one execution of 100,000 shows. */
    private static final MathContext SIX_DIGITS = new MathContext(6);

    private GateConditions() {}

    /** Holds a completed run against a gate where no earlier run is known. */
    public static GateView checkAlone(RunView run, Gate gate) {
        return check(run, gate, Optional.ofNullable(gate.regressions()).map(wanted -> withoutBaseline(run, wanted)));
    }

    static GateView check(RunView run, Gate gate, Optional<Condition> regressions) {
        return GateView.of(
                Stream.of(passRate(run.passRate(), gate.passRate()), unsure(run.counts(), gate.unsure()), regressions)
                        .flatMap(Optional::stream)
                        .toList());
    }

    static Condition withoutBaseline(RunView run, int wanted) {
        return regressions(
                wanted, 0, "The branch %s has no baseline: there was nothing to compare with.".formatted(run.branch()));
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

    static Condition regressions(int wanted, int found, String reason) {
        return new Condition("regressions", wanted, (double) found, found <= wanted, reason);
    }

    private static String percent(double share) {
        return new BigDecimal(100 * share)
                        .round(SIX_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString() + "%";
    }
}
