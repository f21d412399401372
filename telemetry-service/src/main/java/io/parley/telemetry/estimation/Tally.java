package io.parley.telemetry.estimation;

import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Evidence added up.
 *
 * @param correct weight of the evidence for the skill
 * @param wrong weight of the evidence against it
 */
record Tally(double correct, double wrong) {

    /** Of Jeffreys' prior for a share (Jeffreys 1946, Proceedings of the Royal Society A 186, 453–461). */
    private static final double JEFFREYS = 0.5;

    static Tally of(List<Evidence> evidence) {
        return new Tally(sum(evidence, true), sum(evidence, false));
    }

    private static double sum(List<Evidence> evidence, boolean correct) {
        return evidence.stream()
                .filter(item -> item.observation().correct() == correct)
                .mapToDouble(Evidence::weight)
                .sum();
    }

    double weight() {
        return correct + wrong;
    }

    /**
     * The share of successes behind it: the posterior {@code Beta(½ + correct, ½ + wrong)}, its mean and its interval of equal
     * tails (Brown, Cai and DasGupta 2001, "Interval estimation for a binomial proportion", Statistical Science 16, 101–133).
     */
    Belief share() {
        BetaDistribution posterior = BetaDistribution.of(JEFFREYS + correct, JEFFREYS + wrong);
        return new Belief(
                posterior.getMean(),
                posterior.inverseCumulativeProbability(Belief.TAIL),
                posterior.inverseSurvivalProbability(Belief.TAIL));
    }

    /** The log-odds of the share, {@code ln((correct + ½) / (wrong + ½))} (Haldane 1956, Annals of Human Genetics 20). */
    double logOdds() {
        return Math.log((correct + JEFFREYS) / (wrong + JEFFREYS));
    }

    /** The variance of these log-odds (Woolf 1955, Annals of Human Genetics 19). */
    double variance() {
        return 1 / (correct + JEFFREYS) + 1 / (wrong + JEFFREYS);
    }
}
