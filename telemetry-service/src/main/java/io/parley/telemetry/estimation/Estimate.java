package io.parley.telemetry.estimation;

import java.util.List;

/**
 * What is known of a subject's skill.
 *
 * @param mastery 0 to 1: of a learner the probability to have the skill now, of an assistant its share of successes
 * @param low lower end of the 90% interval
 * @param high upper end of the 90% interval
 * @param trend how it changes
 * @param rising probability that the later half of the evidence is better than the earlier half; one half while unknown
 * @param disagreement what the weight of all evidence was divided by because sources contradict each other by more than
 *     chance; 1 when they do not
 * @param evidence every observation, in the order of time
 */
public record Estimate(
        SubjectKind kind,
        double mastery,
        double low,
        double high,
        Trend trend,
        double rising,
        double disagreement,
        List<Evidence> evidence) {

    /** With less, in whole observations, a figure is a guess. */
    private static final double ENOUGH_WEIGHT = 3;

    /** A wider interval tells nothing that one would not say without evidence. */
    private static final double TELLING_WIDTH = 0.5;

    /** Keeps its evidence from changes. */
    public Estimate {
        evidence = List.copyOf(evidence);
    }

    /** Whether there is too little evidence, or too much contradiction, to say anything. */
    public boolean isUncertain() {
        return isThin() || high - low > TELLING_WIDTH;
    }

    /** Whether there is too little evidence, however much it agrees. */
    boolean isThin() {
        return weight() < ENOUGH_WEIGHT;
    }

    /** What the evidence counts together, in whole observations of a person. */
    public double weight() {
        return evidence.stream().mapToDouble(Evidence::weight).sum();
    }

    /** The evidence that the subject has the skill, in the order of time. */
    public List<Evidence> evidenceFor() {
        return evidence.stream().filter(item -> item.observation().correct()).toList();
    }

    /** The evidence that it has not, in the order of time. */
    public List<Evidence> evidenceAgainst() {
        return evidence.stream().filter(item -> !item.observation().correct()).toList();
    }

    Belief belief() {
        return new Belief(mastery, low, high);
    }
}
