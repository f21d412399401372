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
     * the learner may learn: {@code L + (1−L)learn}. An observation of the weight {@code w} is that much of a step: its
     * likelihoods and {@code 1−learn} are raised to the power {@code w}.
     */
    static Trace of(Parameters parameters, List<Evidence> evidence) {
        double odds = parameters.prior() / (1 - parameters.prior());
        double logLikelihood = 0;
        Step step = Step.of(parameters, 1);
        for (Evidence item : evidence) {
            step = item.weight() == step.weight() ? step : Step.of(parameters, item.weight());
            boolean correct = item.observation().correct();
            double withSkill = odds * (correct ? step.correctWith() : step.wrongWith());
            double without = correct ? step.correctWithout() : step.wrongWithout();
            logLikelihood += Math.log((withSkill + without) / (odds + 1));
            odds = finite((withSkill / without + step.learning()) / (1 - step.learning()));
        }
        return new Trace(odds / (odds + 1), logLikelihood);
    }

    /** Odds keep apart what is all but certain, which probabilities next to 1 cannot: enough failures are always believed. */
    private static double finite(double odds) {
        return Math.clamp(odds, LEAST_ODDS, MOST_ODDS);
    }

    /** What an observation of some weight does: neighbours mostly have the same, and powers are dear. */
    private record Step(
            double weight,
            double correctWith,
            double wrongWith,
            double correctWithout,
            double wrongWithout,
            double learning) {

        private static Step of(Parameters parameters, double weight) {
            return new Step(
                    weight,
                    Math.pow(1 - parameters.slip(), weight),
                    Math.pow(parameters.slip(), weight),
                    Math.pow(parameters.guess(), weight),
                    Math.pow(1 - parameters.guess(), weight),
                    1 - Math.pow(1 - parameters.learn(), weight));
        }
    }
}
