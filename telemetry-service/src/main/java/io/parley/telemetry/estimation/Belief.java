package io.parley.telemetry.estimation;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A figure from 0 to 1 and how certain it is.
 *
 * @param low the 5% quantile
 * @param high the 95% quantile
 */
record Belief(double mean, double low, double high) {

    /** Below and above its interval lie so much each. */
    static final double TAIL = 0.05;

    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);
    private static final double QUANTILE = STANDARD_NORMAL.inverseCumulativeProbability(1 - TAIL);

    /**
     * The probability that this figure is above another, independent one. Both are taken as normal in log-odds, with the mean
     * and the standard deviation that give their quantiles: {@code Φ((m₁ − m₂) / √(s₁² + s₂²))}.
     */
    double probabilityAbove(Belief other) {
        double spread = Math.hypot(deviation(), other.deviation());
        double difference = middle() - other.middle();
        return spread == 0
                ? 0.5 + Math.signum(difference) / 2
                : STANDARD_NORMAL.cumulativeProbability(difference / spread);
    }

    private double middle() {
        return (LogOdds.of(high) + LogOdds.of(low)) / 2;
    }

    private double deviation() {
        return (LogOdds.of(high) - LogOdds.of(low)) / (2 * QUANTILE);
    }
}
