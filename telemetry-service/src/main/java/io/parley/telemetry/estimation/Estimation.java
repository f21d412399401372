package io.parley.telemetry.estimation;

import java.util.List;

/** Estimates a subject's skill from what was observed of it. The same observations give the same estimate. */
public final class Estimation {

    private Estimation() {}

    /**
     * What observations say.
     *
     * @param parameters of the skill; for learners only
     * @param inOrderOfTime every observation of the subject and the skill, the earliest first
     * @throws IllegalArgumentException when they are in another order
     */
    public static Estimate of(
            SubjectKind kind, Parameters parameters, Reliabilities reliabilities, List<Observation> inOrderOfTime) {
        requireOrder(inOrderOfTime);
        return switch (kind) {
            case LEARNER -> ofLearner(parameters, Fusion.weigh(inOrderOfTime, reliabilities));
            case ASSISTANT -> ofAssistant(Fusion.weighTogether(inOrderOfTime, reliabilities));
        };
    }

    private static Estimate ofLearner(Parameters parameters, List<Evidence> evidence) {
        return estimate(SubjectKind.LEARNER, UncertainTracing.of(parameters, evidence), 1, evidence);
    }

    private static Estimate ofAssistant(List<Evidence> agreed) {
        double disagreement = Fusion.disagreement(agreed);
        List<Evidence> evidence = agreed.stream()
                .map(item -> new Evidence(item.observation(), item.weight() / disagreement))
                .toList();
        return estimate(SubjectKind.ASSISTANT, Tally.of(evidence).share(), disagreement, evidence);
    }

    private static Estimate estimate(SubjectKind kind, Belief belief, double disagreement, List<Evidence> evidence) {
        Change change = Change.in(evidence);
        return new Estimate(
                kind,
                belief.mean(),
                belief.low(),
                belief.high(),
                change.trend(),
                change.rising(),
                disagreement,
                evidence);
    }

    private static void requireOrder(List<Observation> observations) {
        for (int next = 1; next < observations.size(); next++) {
            if (observations.get(next).at().isBefore(observations.get(next - 1).at())) {
                throw new IllegalArgumentException("observations are not in the order of time at index " + next);
            }
        }
    }
}
