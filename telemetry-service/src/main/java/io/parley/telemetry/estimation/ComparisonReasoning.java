package io.parley.telemetry.estimation;

import java.util.ArrayList;
import java.util.List;

/** Says who is better at what, and why. */
final class ComparisonReasoning {

    private final String one;
    private final String other;

    ComparisonReasoning(String one, String other) {
        this.one = one;
        this.other = other;
    }

    /** A sentence for each skill: better, worse, not certain, unknown. */
    List<String> sentences(List<Comparison> comparisons) {
        List<String> sentences = new ArrayList<>();
        for (Comparison.Outcome outcome : Comparison.Outcome.values()) {
            comparisons.stream()
                    .filter(comparison -> comparison.outcome() == outcome)
                    .map(this::sentence)
                    .forEach(sentences::add);
        }
        return sentences;
    }

    private String sentence(Comparison comparison) {
        double better = comparison.probabilityBetter();
        return switch (comparison.outcome()) {
            case BETTER -> certain(comparison, "better", better);
            case WORSE -> certain(comparison, "worse", 1 - better);
            case NOT_CERTAIN ->
                "Who is better at " + comparison.skill() + " is not certain: " + figures(comparison) + ", and " + one
                        + " is better with a probability of " + Wording.probability(better) + "; "
                        + grounds(comparison) + ".";
            case UNKNOWN ->
                "Nothing can be said of " + comparison.skill() + ": too little is known of "
                        + Wording.list(unknown(comparison)) + ".";
        };
    }

    private String certain(Comparison comparison, String how, double probability) {
        return one + " is " + how + " than " + other + " at " + comparison.skill() + " with a probability of "
                + Wording.probability(probability) + ": " + figures(comparison) + ", because " + grounds(comparison)
                + ".";
    }

    private static String figures(Comparison comparison) {
        return Wording.figure(comparison.one().mastery()) + " against "
                + Wording.figure(comparison.other().mastery());
    }

    private String grounds(Comparison comparison) {
        return one + " was correct in " + grounds(comparison.one()) + ", " + other + " in "
                + grounds(comparison.other());
    }

    private static String grounds(Estimate estimate) {
        return Wording.list(Grounds.of(estimate).stream()
                .map(grounds -> grounds.correct() + " of " + Wording.number(grounds.source(), grounds.number()))
                .toList());
    }

    private List<String> unknown(Comparison comparison) {
        List<String> unknown = new ArrayList<>();
        if (comparison.one().isUncertain()) {
            unknown.add(one);
        }
        if (comparison.other().isUncertain()) {
            unknown.add(other);
        }
        return unknown;
    }
}
