package io.parley.telemetry.estimation;

import java.util.List;

/**
 * Whether a subject becomes better: the share of correct evidence in the later half, by weight, against that in the earlier
 * half.
 *
 * @param rising probability that the later share is the higher one; one half while unknown
 */
record Change(Trend trend, double rising) {

    /** In whole observations, in each half. */
    private static final double ENOUGH_WEIGHT = 3;

    private static final double CERTAIN = 0.95;

    private static final Change UNKNOWN = new Change(Trend.UNKNOWN, 0.5);

    /** @param evidence in the order of time */
    static Change in(List<Evidence> evidence) {
        int middle = middle(evidence);
        Tally earlier = Tally.of(evidence.subList(0, middle));
        Tally later = Tally.of(evidence.subList(middle, evidence.size()));
        return earlier.weight() < ENOUGH_WEIGHT || later.weight() < ENOUGH_WEIGHT
                ? UNKNOWN
                : of(later.share().probabilityAbove(earlier.share()));
    }

    private static int middle(List<Evidence> evidence) {
        double half = Tally.of(evidence).weight() / 2;
        int index = 0;
        for (double before = 0; index < evidence.size(); index++) {
            before += evidence.get(index).weight();
            if (before > half) {
                break;
            }
        }
        return index;
    }

    private static Change of(double rising) {
        if (rising >= CERTAIN) {
            return new Change(Trend.UP, rising);
        }
        return new Change(rising <= 1 - CERTAIN ? Trend.DOWN : Trend.STEADY, rising);
    }
}
