package io.parley.validation.closeness;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Scores as reasons show them and as thresholds see them. */
final class Shown {

    private static final int DIGITS = 4;

    /** What sums of doubles may lose; a score this close to a threshold has reached it. */
    private static final double LOST = 1e-9;

    private Shown() {}

    static boolean reaches(double score, double threshold) {
        return score >= threshold - LOST;
    }

    /** Rounded down, so that no score is shown to reach a threshold that it does not reach. */
    static String of(double score) {
        BigDecimal shown = BigDecimal.valueOf(score + LOST).setScale(DIGITS, RoundingMode.FLOOR);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }
}
