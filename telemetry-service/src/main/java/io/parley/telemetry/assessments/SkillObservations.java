package io.parley.telemetry.assessments;

import io.parley.telemetry.estimation.Observation;
import io.parley.telemetry.estimation.Source;
import io.parley.telemetry.observations.Observations;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was observed of one skill and those below it. What happened once is one observation, however many of these skills it is
 * evidence for: of a skill as a whole it was wrong if it was wrong in any part.
 */
final class SkillObservations {

    /** Wrong before correct; of two alike the one that counts more, then the later one. */
    private static final Comparator<Observation> DECISIVE_FIRST = Comparator.comparing(Observation::correct)
            .thenComparing(Observation::weight, Comparator.reverseOrder())
            .thenComparing(Observation::at, Comparator.reverseOrder());

    private static final Comparator<Observation> IN_ORDER_OF_TIME =
            Comparator.comparing(Observation::at).thenComparing(Observation::reference);

    private final Map<Happening, Observation> observations = new HashMap<>();

    /** What makes observations of different skills the same. */
    private record Happening(Source source, String reference) {}

    void add(Observation observation) {
        observations.merge(
                new Happening(observation.source(), observation.reference()), observation, SkillObservations::decisive);
    }

    private static Observation decisive(Observation one, Observation other) {
        return DECISIVE_FIRST.compare(one, other) <= 0 ? one : other;
    }

    /** The latest, as many as count of a skill, the earliest first. */
    List<Observation> latest() {
        List<Observation> all =
                observations.values().stream().sorted(IN_ORDER_OF_TIME).toList();
        return all.subList(Math.max(0, all.size() - Observations.MOST_OF_SKILL), all.size());
    }
}
