package io.parley.telemetry.assessments;

import io.parley.telemetry.estimation.Estimate;
import io.parley.telemetry.estimation.Estimation;
import io.parley.telemetry.estimation.Observation;
import io.parley.telemetry.observations.Observed;
import io.parley.telemetry.observations.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a subject: of each skill there is evidence for, and of each that it is a part of. A skill with others
 * below it is estimated from its own evidence and all of theirs together, each happening once.
 *
 * @param estimates by path
 * @param links to where observations come from, of those that have one
 */
record Profile(Subject subject, SortedMap<String, Estimate> estimates, Map<Observation, String> links) {

    /** A profile from observations of the subject, in the order of time. */
    static Profile of(Subject subject, Basis basis, List<Observed> observed) {
        SortedMap<String, SkillObservations> bySkill = new TreeMap<>();
        Map<Observation, String> links = new HashMap<>();
        for (Observed each : observed) {
            Optional.ofNullable(each.link()).ifPresent(link -> links.put(each.observation(), link));
            for (String skill : line(each.skill())) {
                bySkill.computeIfAbsent(skill, first -> new SkillObservations()).add(each.observation());
            }
        }
        SortedMap<String, Estimate> estimates = new TreeMap<>();
        bySkill.forEach((skill, observations) -> estimates.put(
                skill,
                Estimation.of(subject.kind(), basis.parameters(skill), basis.reliabilities(), observations.latest())));
        return new Profile(subject, estimates, links);
    }

    /** A skill and those that it is a part of. */
    private static List<String> line(String skill) {
        List<String> line = new ArrayList<>();
        for (int dot = skill.indexOf('.'); dot >= 0; dot = skill.indexOf('.', dot + 1)) {
            line.add(skill.substring(0, dot));
        }
        line.add(skill);
        return line;
    }
}
