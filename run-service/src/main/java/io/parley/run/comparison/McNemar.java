package io.parley.run.comparison;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * McNemar's exact conditional test, two-sided: of the cases that changed sides, each went either way with probability
 * one half if nothing but chance is at work. Then the smaller of the two numbers, of {@code n} together, is binomial, and
 * {@code p = min(1, 2 · Σ C(n, i) / 2ⁿ for i = 0 … smaller)} (McNemar, Q. 1947, "Note on the sampling error of the
 * difference between correlated proportions or percentages", Psychometrika 12; this form with the reference values of the
 * tests: Fagerland, Lydersen, Laake 2013, BMC Medical Research Methodology 13:91).
 *
 * @param newlyFailing cases that went from pass to fail
 * @param fixed cases that went from fail to pass
 */
record McNemar(int newlyFailing, int fixed) {

    /** Below this a difference counts as more than chance. */
    static final double LEVEL = 0.05;

    private static final double SMALLEST_SHOWN = 0.001;
    private static final MathContext TWO_DIGITS = new MathContext(2);

    /** 0 to 1: how often chance alone makes a difference at least as large. */
    double p() {
        int pairs = newlyFailing + fixed;
        int smaller = Math.min(newlyFailing, fixed);
        double sum = 0;
        double ratio = 1;
        for (int i = smaller; i >= 0 && ratio > 0; i--) {
            sum += ratio;
            ratio *= i / (pairs - i + 1.0); // from C(n, i) to C(n, i - 1), both as shares of the largest term
        }
        return Math.min(1, 2 * sum * Math.exp(logarithm(pairs, smaller)));
    }

    boolean isMoreThanChance() {
        return p() < LEVEL;
    }

    /** The same in plain words. */
    String sentence() {
        if (newlyFailing + fixed == 0) {
            return "No case newly fails and none is fixed.";
        }
        return "%s, %s: p %s, %s."
                .formatted(failures(), fixes(), shown(p()), isMoreThanChance() ? "more than chance" : "within chance");
    }

    private String failures() {
        return switch (newlyFailing) {
            case 0 -> "No case newly fails";
            case 1 -> "1 case newly fails";
            default -> newlyFailing + " cases newly fail";
        };
    }

    private String fixes() {
        return switch (fixed) {
            case 0 -> "none is fixed";
            case 1 -> "1 is fixed";
            default -> fixed + " are fixed";
        };
    }

    /** Of C(n, k) / 2ⁿ, which itself is too small for a double from n = 1,075 on. */
    private static double logarithm(int n, int k) {
        double sum = -n * Math.log(2);
        for (int i = 1; i <= k; i++) {
            sum += Math.log((n - k + i) / (double) i);
        }
        return sum;
    }

    private static String shown(double p) {
        return p < SMALLEST_SHOWN
                ? "< 0.001"
                : "= "
                        + new BigDecimal(p)
                                .round(TWO_DIGITS)
                                .stripTrailingZeros()
                                .toPlainString();
    }
}
