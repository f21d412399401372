package io.parley.telemetry.estimation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Says in plain English why an estimate is what it is, from its evidence and nothing else. The same estimate gives the same
 * sentences.
 */
public final class Reasoning {

    /** Items that are named; the others are counted. */
    private static final int NAMED = 3;

    private static final Comparator<Evidence> STRONGEST_AND_LATEST = Comparator.comparingDouble(Evidence::weight)
            .thenComparing(item -> item.observation().at())
            .thenComparing(item -> item.observation().reference())
            .reversed();

    private final String skill;
    private final Estimate estimate;
    private final List<String> sentences = new ArrayList<>();

    private Reasoning(String skill, Estimate estimate) {
        this.skill = skill;
        this.estimate = estimate;
    }

    /**
     * The reasons of an estimate, a sentence each, the figure first.
     *
     * @param skill its name
     */
    public static List<String> of(String skill, Estimate estimate) {
        return new Reasoning(skill, estimate).sentences();
    }

    /**
     * What two subjects' estimates say about who is better at what: what is certain first, then what is not.
     *
     * @param one name of the subject whose estimates are the ones
     * @param other name of the subject whose estimates are the others
     */
    public static List<String> of(String one, String other, List<Comparison> comparisons) {
        return new ComparisonReasoning(one, other).sentences(comparisons);
    }

    private List<String> sentences() {
        if (estimate.evidence().isEmpty()) {
            return List.of(figure(), "There is no evidence: that is what is assumed of anybody.");
        }
        sentences.add(figure());
        sayWhetherItIsReliable();
        Grounds.of(estimate).forEach(this::sayWhatASourceSays);
        sayWhatSpeaks("For it", estimate.evidenceFor());
        sayWhatSpeaks("Against it", estimate.evidenceAgainst());
        sayWhetherSourcesDisagree();
        sentences.add(trend());
        return List.copyOf(sentences);
    }

    private String figure() {
        String what = switch (estimate.kind()) {
            case LEARNER -> "Probability that " + skill + " is mastered: " + Wording.probability(estimate.mastery());
            case ASSISTANT -> "Share of successes at " + skill + ": " + Wording.figure(estimate.mastery());
        };
        return what + ", and with a probability of 90% between " + Wording.figure(estimate.low()) + " and "
                + Wording.figure(estimate.high()) + ".";
    }

    private void sayWhetherItIsReliable() {
        if (estimate.isThin()) {
            sentences.add("There is too little evidence to rely on that.");
        } else if (estimate.isUncertain()) {
            sentences.add("The evidence leaves too much open to rely on that.");
        }
    }

    private void sayWhatASourceSays(Grounds grounds) {
        sentences.add(Wording.number(grounds.source(), grounds.number()) + ": " + grounds.correct() + " correct, "
                + grounds.wrong() + " wrong; " + (grounds.number() == 1 ? "it counts" : "together they count") + " as "
                + Wording.amount(grounds.weight()) + " of a person's observations.");
    }

    private void sayWhatSpeaks(String side, List<Evidence> items) {
        if (items.isEmpty()) {
            return;
        }
        List<String> named = new ArrayList<>(items.stream()
                .sorted(STRONGEST_AND_LATEST)
                .limit(NAMED)
                .map(Reasoning::name)
                .toList());
        if (items.size() > NAMED) {
            named.add(items.size() - NAMED + " more");
        }
        sentences.add(side + ": " + Wording.list(named) + ".");
    }

    private static String name(Evidence item) {
        Observation observation = item.observation();
        return observation.reference() + " (" + LocalDate.ofInstant(observation.at(), ZoneOffset.UTC) + ")";
    }

    private void sayWhetherSourcesDisagree() {
        if (estimate.disagreement() > 1) {
            List<String> shares = Grounds.of(estimate).stream()
                    .map(grounds -> Wording.many(grounds.source()) + " " + Wording.figure(grounds.share()))
                    .toList();
            sentences.add("The sources contradict each other by more than chance (shares of correct ones: "
                    + Wording.list(shares) + "), so that all evidence counts " + Wording.amount(estimate.disagreement())
                    + " times less.");
        }
    }

    private String trend() {
        String probability = "the later half of the evidence is better than the earlier half with a probability of "
                + Wording.probability(estimate.rising());
        return switch (estimate.trend()) {
            case UP -> "It rises: " + probability + ".";
            case DOWN -> "It falls: " + probability + ".";
            case STEADY -> "It is steady as far as can be told: " + probability + ".";
            case UNKNOWN -> "Whether it rises or falls cannot be told from so little.";
        };
    }
}
