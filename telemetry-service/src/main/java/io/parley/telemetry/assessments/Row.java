package io.parley.telemetry.assessments;

import io.parley.telemetry.estimation.Estimate;
import io.parley.telemetry.estimation.SubjectKind;
import io.parley.telemetry.estimation.Trend;
import java.util.List;

/** A subject's skill in one line; {@link ProfileView.Assessment} says what each part means. */
record Row(
        SubjectKind kind,
        String subject,
        String skill,
        double mastery,
        double low,
        double high,
        Trend trend,
        boolean uncertain,
        int observations) {

    static List<Row> of(Profile profile) {
        return profile.estimates().entrySet().stream()
                .map(skill -> of(profile, skill.getKey(), skill.getValue()))
                .toList();
    }

    private static Row of(Profile profile, String skill, Estimate estimate) {
        return new Row(
                profile.subject().kind(),
                profile.subject().id(),
                skill,
                estimate.mastery(),
                estimate.low(),
                estimate.high(),
                estimate.trend(),
                estimate.isUncertain(),
                estimate.evidence().size());
    }
}
