package io.parley.telemetry.estimation;

/**
 * Two subjects' estimates of the same skill beside each other.
 *
 * @param skill its name
 */
public record Comparison(String skill, Estimate one, Estimate other) {

    private static final double CERTAIN = 0.95;

    /** Refuses a learner beside an assistant: their masteries do not measure the same. */
    public Comparison {
        if (one.kind() != other.kind()) {
            throw new IllegalArgumentException("a learner and an assistant cannot be compared");
        }
    }

    /** What can be said. */
    public Outcome outcome() {
        if (one.isUncertain() || other.isUncertain()) {
            return Outcome.UNKNOWN;
        }
        double better = probabilityBetter();
        if (better >= CERTAIN) {
            return Outcome.BETTER;
        }
        return better <= 1 - CERTAIN ? Outcome.WORSE : Outcome.NOT_CERTAIN;
    }

    /**
     * The probability that the one's mastery is above the other's: both are taken as normal in log-odds, with the means and
     * deviations that give their 90% intervals.
     */
    public double probabilityBetter() {
        return one.belief().probabilityAbove(other.belief());
    }

    /** How the one compares with the other. */
    public enum Outcome {
        /** Better with a probability of at least 95%. */
        BETTER,

        /** Worse with a probability of at least 95%. */
        WORSE,

        /** Either may be the better one. */
        NOT_CERTAIN,

        /** One of the estimates is too uncertain to be compared. */
        UNKNOWN
    }
}
