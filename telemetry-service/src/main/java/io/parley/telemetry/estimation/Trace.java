package io.parley.telemetry.estimation;

import java.util.List;

/**
 * Where knowledge tracing arrives.
 *
 * @param mastery probability that the subject has the skill after all of the evidence
 * @param logLikelihood of the evidence, natural logarithm
 */
record Trace(double mastery, double logLikelihood) {

    private static final double MOST_ODDS = 1e300;
    private static final double LEAST_ODDS = 1e-300;

    /**
     * Follows a learner (Corbett and Anderson 1995). With {@code L} the probability to have the skill, a correct observation
     * makes it {@code L(1−slip) / (L(1−slip) + (1−L)guess)}, a wrong one {@code L·slip / (L·slip + (1−L)(1−guess))}, and then
     * the learner may learn: {@code L + (1−L)learn}, whoever looked on. What is seen through a source is seen through its
     * channel ({@link Emissions}).
     */
    static Trace of(Parameters parameters, List<Evidence> evidence) {
        double odds = parameters.prior() / (1 - parameters.prior());
        double logLikelihood = 0;
        Emissions seen = new Emissions(parameters, 1, 1);
        for (Evidence item : evidence) {
            seen = seen.of(item);
            boolean correct = item.observation().correct();
            double withSkill = odds * seen.withSkill(correct);
            double without = seen.withoutSkill(correct);
            logLikelihood += Math.log((withSkill + without) / (odds + 1));
            odds = finite((withSkill / without + parameters.learn()) / (1 - parameters.learn()));
        }
        return new Trace(odds / (odds + 1), logLikelihood);
    }

    /** Odds keep apart what is all but certain, which probabilities next to 1 cannot: enough failures are always believed. */
    private static double finite(double odds) {
        return Math.clamp(odds, LEAST_ODDS, MOST_ODDS);
    }
}
