package io.parley.telemetry.estimation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Knowledge tracing when a subject's parameters are known only roughly. Each is taken as normal in log-odds around its given
 * value (guess and slip as shares of their bound, one half): {@link #SETS} sets of parameters are drawn, spread evenly by
 * Halton's sequence (1960, Numerische Mathematik 2, 84–90), each follows the learner, and counts by the likelihood it gives
 * to what was observed. The interval holds the masteries they arrive at: with 90% probability the one that somebody would
 * state who knew this subject's parameters. Contradicting evidence can be explained by guesses or by slips, sets disagree,
 * and the interval is wide.
 */
final class UncertainTracing {

    private static final int SETS = 512;
    private static final double BOUND_OF_ERRORS = 0.5;

    /** Standard deviations in log-odds: subjects differ in what they bring along more than skills do in their nature. */
    private static final double SPREAD_OF_PRIOR = 1.2;

    private static final double SPREAD_OF_LEARN = 0.8;
    private static final double SPREAD_OF_ERRORS = 0.5;

    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);
    private static final List<Deviations> DEVIATIONS =
            IntStream.rangeClosed(1, SETS).mapToObj(Deviations::at).toList();

    private UncertainTracing() {}

    /** The mastery by the given parameters, and the interval that their uncertainty gives it. */
    static Belief of(Parameters parameters, List<Evidence> evidence) {
        double mastery = Trace.of(parameters, evidence).mastery();
        List<Trace> traces = DEVIATIONS.stream()
                .map(deviations -> Trace.of(deviations.from(parameters), evidence))
                .sorted(Comparator.comparingDouble(Trace::mastery))
                .toList();
        double likeliest =
                traces.stream().mapToDouble(Trace::logLikelihood).max().orElseThrow();
        double low = quantile(traces, likeliest, Belief.TAIL);
        double high = quantile(traces, likeliest, 1 - Belief.TAIL);
        return new Belief(mastery, Math.min(low, mastery), Math.max(high, mastery));
    }

    private static double quantile(List<Trace> ascending, double likeliest, double share) {
        double rest = share
                * ascending.stream()
                        .mapToDouble(trace -> weight(trace, likeliest))
                        .sum();
        for (Trace trace : ascending) {
            rest -= weight(trace, likeliest);
            if (rest <= 0) {
                return trace.mastery();
            }
        }
        return ascending.getLast().mastery();
    }

    private static double weight(Trace trace, double likeliest) {
        return Math.exp(trace.logLikelihood() - likeliest);
    }

    /** How far a set of parameters lies from the given ones, in standard deviations. */
    private record Deviations(double prior, double learn, double guess, double slip) {

        private static Deviations at(int index) {
            return new Deviations(normal(index, 2), normal(index, 3), normal(index, 5), normal(index, 7));
        }

        private static double normal(int index, int base) {
            return STANDARD_NORMAL.inverseCumulativeProbability(mirrored(index, base));
        }

        /** The index's digits in the base, mirrored at the point: van der Corput's sequence. */
        private static double mirrored(int index, int base) {
            double fraction = 0;
            double unit = 1;
            for (int rest = index; rest > 0; rest /= base) {
                unit /= base;
                fraction += unit * (rest % base);
            }
            return fraction;
        }

        private Parameters from(Parameters centre) {
            return new Parameters(
                    moved(centre.prior(), SPREAD_OF_PRIOR * prior),
                    centre.learn() == 0 ? 0 : moved(centre.learn(), SPREAD_OF_LEARN * learn),
                    movedError(centre.guess(), SPREAD_OF_ERRORS * guess),
                    movedError(centre.slip(), SPREAD_OF_ERRORS * slip));
        }

        private static double moved(double probability, double by) {
            return LogOdds.toProbability(LogOdds.of(probability) + by);
        }

        private static double movedError(double probability, double by) {
            return BOUND_OF_ERRORS * moved(probability / BOUND_OF_ERRORS, by);
        }
    }
}
