package io.parley.telemetry.estimation;

import java.util.List;

/**
 * How often each thing is expected to have happened to learners whose answers alone are seen: the forward-backward
 * algorithm for two states, of which the skill is never lost.
 */
final class ExpectedCounts {

    private static final double MOST_ODDS = 1e290;

    private final Parameters parameters;
    private final Emissions whole;
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
        this.whole = new Emissions(parameters, 1, 1);
    }

    /** @param learners what was seen of the answers of each; none is empty */
    static ExpectedCounts of(Parameters parameters, List<List<Evidence>> learners) {
        ExpectedCounts counts = new ExpectedCounts(parameters);
        learners.forEach(counts::add);
        return counts;
    }

    private void add(List<Evidence> answers) {
        Emissions[] seen = seen(answers);
        double[] odds = filter(answers, seen);
        int last = answers.size() - 1;
        double laterWith = 1;
        double laterWithout = 1;
        double mastered = odds[last] / (odds[last] + 1);
        countAnswer(answers.get(last), seen[last], mastered);
        for (int answer = last - 1; answer >= 0; answer--) {
            boolean correct = answers.get(answer + 1).observation().correct();
            double with = seen[answer + 1].withSkill(correct) * laterWith;
            double learning = parameters.learn() * with;
            double staying = (1 - parameters.learn()) * seen[answer + 1].withoutSkill(correct) * laterWithout;
            double all = odds[answer] * with + learning + staying;
            mastered = odds[answer] * with / all;
            countAnswer(answers.get(answer), seen[answer], mastered);
            chancesToLearn += 1 - mastered;
            learnt += learning / all;
            laterWith = with / (with + learning + staying);
            laterWithout = (learning + staying) / (with + learning + staying);
        }
        known += mastered;
        learners++;
    }

    /** The odds to have the skill at each answer, by that answer and those before it. */
    private double[] filter(List<Evidence> answers, Emissions[] seen) {
        double[] odds = new double[answers.size()];
        double expected = parameters.prior() / (1 - parameters.prior());
        for (int answer = 0; answer < odds.length; answer++) {
            boolean correct = answers.get(answer).observation().correct();
            double with = expected * seen[answer].withSkill(correct);
            double without = seen[answer].withoutSkill(correct);
            logLikelihood += Math.log((with + without) / (expected + 1));
            odds[answer] = Math.min(with / without, MOST_ODDS);
            expected = (odds[answer] + parameters.learn()) / (1 - parameters.learn());
        }
        return odds;
    }

    private Emissions[] seen(List<Evidence> answers) {
        Emissions[] seen = new Emissions[answers.size()];
        Emissions last = whole;
        for (int answer = 0; answer < seen.length; answer++) {
            last = last.of(answers.get(answer));
            seen[answer] = last;
        }
        return seen;
    }

    /** What is only a part of an observation counts for that part. */
    private void countAnswer(Evidence answer, Emissions seen, double mastered) {
        boolean correct = answer.observation().correct();
        double with = mastered * answer.observation().weight();
        double without = (1 - mastered) * answer.observation().weight();
        answersWith += with;
        answersWithout += without;
        slipped += with * seen.slipped(correct);
        guessed += without * seen.guessed(correct);
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
