package io.parley.telemetry.estimation;

import java.util.List;

/**
 * How often each thing is expected to have happened to learners whose answers alone are seen: the forward-backward
 * algorithm for two states, of which the skill is never lost.
 */
final class ExpectedCounts {

    private static final double MOST_ODDS = 1e290;

    private final Parameters parameters;
    private double learners;
    private double known;
    private double learnt;
    private double chancesToLearn;
    private double guessed;
    private double answersWithout;
    private double slipped;
    private double answersWith;
    private double logLikelihood;

    private ExpectedCounts(Parameters parameters) {
        this.parameters = parameters;
    }

    /** @param learners the answers of each, correct or not; none is empty */
    static ExpectedCounts of(Parameters parameters, List<List<Boolean>> learners) {
        ExpectedCounts counts = new ExpectedCounts(parameters);
        learners.forEach(counts::add);
        return counts;
    }

    private void add(List<Boolean> answers) {
        double[] odds = filter(answers);
        int last = answers.size() - 1;
        double laterWith = 1;
        double laterWithout = 1;
        double mastered = odds[last] / (odds[last] + 1);
        countAnswer(answers.get(last), mastered);
        for (int answer = last - 1; answer >= 0; answer--) {
            double with = withSkill(answers.get(answer + 1)) * laterWith;
            double learning = parameters.learn() * with;
            double staying = (1 - parameters.learn()) * withoutSkill(answers.get(answer + 1)) * laterWithout;
            double all = odds[answer] * with + learning + staying;
            mastered = odds[answer] * with / all;
            countAnswer(answers.get(answer), mastered);
            chancesToLearn += 1 - mastered;
            learnt += learning / all;
            laterWith = with / (with + learning + staying);
            laterWithout = (learning + staying) / (with + learning + staying);
        }
        known += mastered;
        learners++;
    }

    /** The odds to have the skill at each answer, by that answer and those before it. */
    private double[] filter(List<Boolean> answers) {
        double[] odds = new double[answers.size()];
        double expected = parameters.prior() / (1 - parameters.prior());
        for (int answer = 0; answer < odds.length; answer++) {
            double with = expected * withSkill(answers.get(answer));
            double without = withoutSkill(answers.get(answer));
            logLikelihood += Math.log((with + without) / (expected + 1));
            odds[answer] = Math.min(with / without, MOST_ODDS);
            expected = (odds[answer] + parameters.learn()) / (1 - parameters.learn());
        }
        return odds;
    }

    private void countAnswer(boolean correct, double mastered) {
        answersWith += mastered;
        answersWithout += 1 - mastered;
        slipped += correct ? 0 : mastered;
        guessed += correct ? 1 - mastered : 0;
    }

    private double withSkill(boolean correct) {
        return correct ? 1 - parameters.slip() : parameters.slip();
    }

    private double withoutSkill(boolean correct) {
        return correct ? parameters.guess() : 1 - parameters.guess();
    }

    double learners() {
        return learners;
    }

    /** Learners who had the skill from the beginning. */
    double known() {
        return known;
    }

    /** Steps from one answer to the next at which the skill was acquired. */
    double learnt() {
        return learnt;
    }

    /** Steps that began without the skill. */
    double chancesToLearn() {
        return chancesToLearn;
    }

    /** Correct answers without the skill. */
    double guessed() {
        return guessed;
    }

    double answersWithout() {
        return answersWithout;
    }

    /** Wrong answers with the skill. */
    double slipped() {
        return slipped;
    }

    double answersWith() {
        return answersWith;
    }

    /** Of all answers by the parameters, natural logarithm. */
    double logLikelihood() {
        return logLikelihood;
    }
}
