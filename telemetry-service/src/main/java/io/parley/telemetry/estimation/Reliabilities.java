package io.parley.telemetry.estimation;

import java.util.EnumMap;
import java.util.Map;

/**
 * How far each source is to be believed, as the probability {@code a} that it says what a person would. Two figures follow,
 * the second for assistants alone.
 *
 * <p>The weight of one of its observations is {@code (2a − 1)²}: what comes through a channel that turns every answer round
 * with the probability {@code 1 − a} says that much about a share of one half, against 1 for the answer itself (the ratio
 * of the Fisher informations; {@code 2a − 1} is Youden's index).
 *
 * <p>However many there are, all its observations of one unchanging share together count less than its cap, {@code c = 1 / (4 (1 − a)²)}: with so
 * many the standard error of a share of one half is {@code 1 − a}. What a source gets wrong it gets wrong again, and repetition
 * does not make it more certain than that. Weights {@code w} in sum therefore count {@code w / (1 + (w − 1) / c)}, as answers
 * do that are correlated by {@code 1 / c} (the design effect of Kish 1965, "Survey sampling").
 *
 * @param agreement {@code a} of every source, from 0.5 (says nothing) to 1; of reviews, which are the yardstick, 1
 */
public record Reliabilities(Map<Source, Double> agreement) {

    /** What is assumed of sources that were not compared with people. */
    public static final Reliabilities DEFAULT = new Reliabilities(
            Map.of(Source.REVIEW, 1.0, Source.EXECUTION, 0.95, Source.OUTSIDE, 0.9, Source.EVENT, 0.8));

    /** What is assumed before a comparison counts like the result of so many. */
    private static final double ASSUMED_COMPARISONS = 20;

    private static final double SAYS_NOTHING = 0.5;

    /** Refuses what is out of bounds, and sources that are missing. */
    public Reliabilities {
        agreement = Map.copyOf(agreement);
        for (Source source : Source.values()) {
            double value = agreement.getOrDefault(source, Double.NaN);
            if (!(value >= SAYS_NOTHING && value <= 1)) {
                throw new IllegalArgumentException("the agreement of " + source + " is out of bounds: " + value);
            }
        }
    }

    /**
     * What comparisons with people say, {@code a = (agreed + 20 a₀) / (compared + 20)} with the {@code a₀} of
     * {@link #DEFAULT}, and no less than 0.5. Reviews stay the yardstick, whatever is said of them.
     */
    public static Reliabilities calibrated(Map<Source, Agreement> comparisons) {
        Map<Source, Double> calibrated = new EnumMap<>(DEFAULT.agreement);
        comparisons.forEach((source, comparison) ->
                calibrated.computeIfPresent(source, (same, assumed) -> smoothed(comparison, assumed)));
        calibrated.put(Source.REVIEW, 1.0);
        return new Reliabilities(calibrated);
    }

    private static double smoothed(Agreement comparison, double assumed) {
        double agreed = comparison.agreed() + ASSUMED_COMPARISONS * assumed;
        return Math.max(SAYS_NOTHING, agreed / (comparison.compared() + ASSUMED_COMPARISONS));
    }

    /** What one whole observation of a source counts, from 0 to 1. */
    public double weight(Source source) {
        double youden = 2 * of(source) - 1;
        return youden * youden;
    }

    /** What all observations of a source count together at most; infinite for one that is never wrong. */
    double cap(Source source) {
        double error = 1 - of(source);
        return 1 / (4 * error * error);
    }

    /** What is left of each when a source's observations weigh so much together, from above 0 to 1. */
    double left(Source source, double weight) {
        return 1 / (1 + Math.max(0, weight - 1) / cap(source));
    }

    private double of(Source source) {
        return agreement.getOrDefault(source, SAYS_NOTHING);
    }
}
