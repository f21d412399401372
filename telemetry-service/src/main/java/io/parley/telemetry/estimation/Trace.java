package io.parley.telemetry.estimation;

import java.util.List;

/**
 * Where knowledge tracing arrives.
 *
 * @param mastery probability that the subject has the skill after all of the evidence
 * @param logLikelihood of the evidence, natural logarithm
 */
record Trace(double mastery, double logLikelihood) {

    /**
     * Follows a learner (Corbett and Anderson 1995). With {@code L} the probability to have the skill, a correct observation
     * makes it {@code L(1−slip) / (L(1−slip) + (1−L)guess)}, a wrong one {@code L·slip / (L·slip + (1−L)(1−guess))}, and then
     * the learner may learn: {@code L + (1−L)learn}. An observation of the weight {@code w} is that much of a step: its
     * likelihoods and {@code 1−learn} are raised to the power {@code w}.
     */
    static Trace of(Parameters parameters, List<Evidence> evidence) {
        double known = parameters.prior();
        double logLikelihood = 0;
        Step step = Step.of(parameters, 1);
        for (Evidence item : evidence) {
            step = item.weight() == step.weight() ? step : Step.of(parameters, item.weight());
            boolean correct = item.observation().correct();
            double withSkill = known * (correct ? step.correctWith() : step.wrongWith());
            double without = (1 - known) * (correct ? step.correctWithout() : step.wrongWithout());
            known = 1 - without / (withSkill + without) * step.notLearning();
            logLikelihood += Math.log(withSkill + without);
        }
        return new Trace(known, logLikelihood);
    }

    /** The likelihoods of an observation of some weight: neighbours mostly have the same, and powers are dear. */
    private record Step(
            double weight,
            double correctWith,
            double wrongWith,
            double correctWithout,
            double wrongWithout,
            double notLearning) {

        private static Step of(Parameters parameters, double weight) {
            return new Step(
                    weight,
                    Math.pow(1 - parameters.slip(), weight),
                    Math.pow(parameters.slip(), weight),
                    Math.pow(parameters.guess(), weight),
                    Math.pow(1 - parameters.guess(), weight),
                    Math.pow(1 - parameters.learn(), weight));
        }
    }
}
