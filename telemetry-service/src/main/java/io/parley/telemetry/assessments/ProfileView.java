package io.parley.telemetry.assessments;

import io.parley.telemetry.estimation.Estimate;
import io.parley.telemetry.estimation.Evidence;
import io.parley.telemetry.estimation.Observation;
import io.parley.telemetry.estimation.Reasoning;
import io.parley.telemetry.estimation.Source;
import io.parley.telemetry.estimation.SubjectKind;
import io.parley.telemetry.estimation.Trend;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subject's skills as clients see them.
 *
 * @param skills in the order of their paths, so that each stands before those below it
 */
record ProfileView(SubjectKind kind, String subject, List<Assessment> skills) {

    /** Of more evidence only the latest is shown; all of it counts. */
    private static final int MOST_SHOWN = 20;

    /**
     * What is known of one skill, from its own evidence and that of all below it.
     *
     * @param mastery 0 to 1: of a learner the probability to have the skill now, of an assistant its share of successes
     * @param low lower end of the 90% interval
     * @param high upper end of the 90% interval
     * @param uncertain whether there is too little evidence, or too much contradiction, to say anything
     * @param observations how many there are
     * @param evidenceFor the latest evidence that the subject has the skill, the latest last
     * @param evidenceAgainst the latest evidence that it has not, the latest last
     * @param reasoning why, a sentence each
     */
    record Assessment(
            String skill,
            double mastery,
            double low,
            double high,
            Trend trend,
            boolean uncertain,
            int observations,
            List<Item> evidenceFor,
            List<Item> evidenceAgainst,
            List<String> reasoning) {

        private static Assessment of(String skill, Estimate estimate, Map<Observation, String> links) {
            return new Assessment(
                    skill,
                    estimate.mastery(),
                    estimate.low(),
                    estimate.high(),
                    estimate.trend(),
                    estimate.isUncertain(),
                    estimate.evidence().size(),
                    latest(estimate.evidenceFor(), links),
                    latest(estimate.evidenceAgainst(), links),
                    Reasoning.of(skill, estimate));
        }

        private static List<Item> latest(List<Evidence> evidence, Map<Observation, String> links) {
            return evidence.subList(Math.max(0, evidence.size() - MOST_SHOWN), evidence.size()).stream()
                    .map(item -> Item.of(item, links))
                    .toList();
        }
    }

    /**
     * One piece of evidence.
     *
     * @param reference what it is: {@code execution:}, {@code review:} or {@code event:} and an id, or what an assessor called it
     * @param link path of the API that shows it; absent if it comes from outside
     * @param weight what it counts, in whole observations of a person
     */
    record Item(Source source, String reference, @Nullable String link, double weight, Instant at) {

        private static Item of(Evidence evidence, Map<Observation, String> links) {
            Observation observation = evidence.observation();
            return new Item(
                    observation.source(),
                    observation.reference(),
                    links.get(observation),
                    evidence.weight(),
                    observation.at());
        }
    }

    static ProfileView of(Profile profile) {
        return new ProfileView(
                profile.subject().kind(),
                profile.subject().id(),
                profile.estimates().entrySet().stream()
                        .map(skill -> Assessment.of(skill.getKey(), skill.getValue(), profile.links()))
                        .toList());
    }
}
