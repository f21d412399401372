package io.parley.telemetry.assessments;

import io.parley.telemetry.estimation.Comparison;
import io.parley.telemetry.estimation.Estimate;
import io.parley.telemetry.estimation.Reasoning;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Two assistant versions beside each other.
 *
 * @param skills those of which there is evidence of both, in the order of their paths
 * @param onlyOne skills of which there is evidence of the one alone
 * @param onlyOther skills of which there is evidence of the other alone
 * @param reasoning who is better at what: what is certain first, then what is not
 */
record ComparisonView(
        String one,
        String other,
        List<Compared> skills,
        List<String> onlyOne,
        List<String> onlyOther,
        List<String> reasoning) {

    /**
     * A skill of both.
     *
     * @param probabilityBetter that the one has more of it than the other
     */
    record Compared(String skill, Share one, Share other, double probabilityBetter, Comparison.Outcome outcome) {

        private static Compared of(Comparison comparison) {
            return new Compared(
                    comparison.skill(),
                    Share.of(comparison.one()),
                    Share.of(comparison.other()),
                    comparison.probabilityBetter(),
                    comparison.outcome());
        }
    }

    /** How well a version does, 0 to 1, with its 90% interval. */
    record Share(double mastery, double low, double high) {

        private static Share of(Estimate estimate) {
            return new Share(estimate.mastery(), estimate.low(), estimate.high());
        }
    }

    static ComparisonView of(Profile one, Profile other) {
        SortedMap<String, Estimate> ofOther = other.estimates();
        List<Comparison> comparisons = one.estimates().entrySet().stream()
                .flatMap(mine -> Stream.ofNullable(ofOther.get(mine.getKey()))
                        .map(theirs -> new Comparison(mine.getKey(), mine.getValue(), theirs)))
                .toList();
        return new ComparisonView(
                one.subject().id(),
                other.subject().id(),
                comparisons.stream().map(Compared::of).toList(),
                skillsOfOnly(one, other),
                skillsOfOnly(other, one),
                Reasoning.of(one.subject().id(), other.subject().id(), comparisons));
    }

    private static List<String> skillsOfOnly(Profile one, Profile other) {
        return one.estimates().keySet().stream()
                .filter(skill -> !other.estimates().containsKey(skill))
                .toList();
    }
}
