package io.parley.run.runs;

import io.parley.contracts.Counts;
import org.jspecify.annotations.Nullable;

/**
 * The share of passed executions among those that passed or failed, with its 95% interval (Wilson, E. B. 1927, "Probable
 * inference, the law of succession, and statistical inference", JASA 22). ERROR and UNSURE say nothing about quality and
 * have no part in it.
 *
 * @param value 0 to 1
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record PassRate(double value, double low, double high) {

    /** The 97.5% point of the standard normal distribution. */
    private static final double Z = 1.959964;

    /** The rate of executions, or null while nothing has passed or failed. */
    public static @Nullable PassRate of(Counts counts) {
        return of(counts.passed(), counts.passed() + counts.failed());
    }

    /** The share of so many that passed among so many, or null of none. */
    public static @Nullable PassRate of(int passed, int judged) {
        return judged == 0 ? null : wilson((double) passed / judged, judged);
    }

    private static PassRate wilson(double rate, int judged) {
        double square = Z * Z / judged;
        double middle = rate + square / 2;
        double reach = Z * Math.sqrt(rate * (1 - rate) / judged + square / (4 * judged));
        return new PassRate(
                rate, Math.max(0, (middle - reach) / (1 + square)), Math.min(1, (middle + reach) / (1 + square)));
    }
}
