package io.parley.telemetry.observations;

import io.parley.telemetry.estimation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * An observation of a subject.
 *
 * @param skill path of the skill that it is evidence for
 * @param link path of the API that shows where it comes from, or null if that is outside
 */
public record Observed(
        String subject,
        String skill,
        Observation observation,
        @Nullable String link) {}
