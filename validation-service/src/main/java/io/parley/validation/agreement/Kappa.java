package io.parley.validation.agreement;

import java.util.Optional;

/**
 * Cohen's kappa: agreement of two raters beyond what their habits alone would give, 1 for full agreement, 0 for no more
 * than chance. {@code (po - pe) / (1 - pe)} with the observed agreement {@code po} and the expected one {@code pe}
 * (J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20, 1960).
 *
 * @param value -1 to 1
 * @param standardError asymptotic, for any kappa and not only for 0: J. L. Fleiss, J. Cohen and B. S. Everitt, "Large
 *     sample standard errors of kappa and weighted kappa", Psychological Bulletin 72, 1969, formula 13
 */
record Kappa(double value, double standardError) {

    /** Quantile of the standard normal distribution for 95%. */
    private static final double Z = 1.959964;

    /**
     * Kappa of a square table of counts, one rater's categories by rows, the other's by columns. Empty where it is not
     * defined: without counts, and where both raters know only one and the same category.
     */
    static Optional<Kappa> of(long[][] counts) {
        Proportions table = new Proportions(counts);
        double expected = table.expected();
        return Double.isNaN(expected) || expected == 1
                ? Optional.empty()
                : Optional.of(new Kappa(
                        (table.observed() - expected) / (1 - expected), Math.sqrt(Math.max(0, table.variance()))));
    }

    /** Where kappa lies in 95 of 100 such samples, cut off at -1 and 1. */
    Interval interval() {
        return new Interval(Math.max(-1, value - Z * standardError), Math.min(1, value + Z * standardError));
    }

    /** From {@code low} to {@code high}, both included. */
    record Interval(double low, double high) {}
}
