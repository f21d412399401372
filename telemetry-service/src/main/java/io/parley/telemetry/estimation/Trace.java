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
        for (Evidence item : evidence) {
            double withSkill =
                    Math.pow(likelihood(parameters.slip(), !item.observation().correct()), item.weight());
            double without =
                    Math.pow(likelihood(parameters.guess(), item.observation().correct()), item.weight());
            double likelihood = known * withSkill + (1 - known) * without;
            double unknown = (1 - known) * without / likelihood;
            known = 1 - unknown * Math.pow(1 - parameters.learn(), item.weight());
            logLikelihood += Math.log(likelihood);
        }
        return new Trace(known, logLikelihood);
    }

    private static double likelihood(double exception, boolean isException) {
        return isException ? exception : 1 - exception;
    }
}
