package io.parley.telemetry.estimation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fits a skill's parameters to what many learners were seen to do, as {@link Trace} sees it: the maximum of the posterior,
 * found by expectation and maximisation (Dempster, Laird and Rubin 1977, Journal of the Royal Statistical Society B 39,
 * 1–38) of a hidden Markov model with two states, of which mastery is never left (Baum, Petrie, Soules and Weiss 1970,
 * Annals of Mathematical Statistics 41, 164–171).
 *
 * <p>Knowledge tracing has more than one explanation of the same answers. What is assumed beforehand counts like
 * {@link #ASSUMED} learners and answers of {@link Parameters#DEFAULT}, which decides where little data does not; guess and
 * slip stay below one half; and the best of several starts is taken.
 */
public final class ParameterFit {

    /** How many opportunities of each parameter the default counts for. */
    private static final double ASSUMED = 10;

    private static final double LEAST = 0.001;
    private static final double MOST = 0.999;
    private static final double MOST_ERRORS = 0.49;

    private static final int MAX_ROUNDS = 1_000;
    private static final double STANDSTILL = 1e-6;

    private static final List<Parameters> STARTS =
            List.of(Parameters.DEFAULT, new Parameters(0.1, 0.05, 0.1, 0.05), new Parameters(0.6, 0.3, 0.3, 0.3));

    private ParameterFit() {}

    /**
     * The likeliest parameters.
     *
     * @param learners what each of them did with the skill, in the order of time
     * @param reliabilities of the sources that saw it: guess and slip are those of the answers, what sources get wrong is left out
     * @return the default when there are no learners
     */
    public static Parameters of(List<List<Observation>> learners, Reliabilities reliabilities) {
        List<List<Evidence>> answers = learners.stream()
                .map(observations -> Fusion.weigh(observations, reliabilities))
                .filter(sequence -> !sequence.isEmpty())
                .toList();
        return STARTS.stream()
                .map(start -> climb(start, answers))
                .max(Comparator.comparingDouble(parameters -> logPosterior(parameters, answers)))
                .orElseThrow();
    }

    private static Parameters climb(Parameters start, List<List<Evidence>> learners) {
        Parameters parameters = start;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Parameters better = maximised(ExpectedCounts.of(parameters, learners));
            boolean arrived = distance(parameters, better) < STANDSTILL;
            parameters = better;
            if (arrived) {
                break;
            }
        }
        return parameters;
    }

    /** What is likeliest given how often each thing is expected to have happened, and what was assumed before. */
    private static Parameters maximised(ExpectedCounts counts) {
        Parameters assumed = Parameters.DEFAULT;
        return new Parameters(
                share(counts.known(), counts.learners(), assumed.prior(), MOST),
                share(counts.learnt(), counts.chancesToLearn(), assumed.learn(), MOST),
                share(counts.guessed(), counts.answersWithout(), assumed.guess(), MOST_ERRORS),
                share(counts.slipped(), counts.answersWith(), assumed.slip(), MOST_ERRORS));
    }

    private static double share(double happened, double chances, double assumed, double most) {
        return Math.clamp((happened + ASSUMED * assumed) / (chances + ASSUMED), LEAST, most);
    }

    private static double distance(Parameters one, Parameters other) {
        return Stream.of(
                        one.prior() - other.prior(),
                        one.learn() - other.learn(),
                        one.guess() - other.guess(),
                        one.slip() - other.slip())
                .mapToDouble(Math::abs)
                .max()
                .orElseThrow();
    }

    private static double logPosterior(Parameters parameters, List<List<Evidence>> learners) {
        Parameters assumed = Parameters.DEFAULT;
        return ExpectedCounts.of(parameters, learners).logLikelihood()
                + logPrior(parameters.prior(), assumed.prior())
                + logPrior(parameters.learn(), assumed.learn())
                + logPrior(parameters.guess(), assumed.guess())
                + logPrior(parameters.slip(), assumed.slip());
    }

    private static double logPrior(double value, double assumed) {
        return ASSUMED * (assumed * Math.log(value) + (1 - assumed) * Math.log(1 - value));
    }
}
