package io.parley.telemetry.observations;

import io.parley.telemetry.estimation.SubjectKind;

/**
 * Whose skills are looked at.
 *
 * @param id as events and assessments call it; of an assistant version its target's id, {@code @} and the branch that its runs
 *     name
 */
public record Subject(SubjectKind kind, String id) {

    /** The longest id of an assistant version. */
    public static final int MAX_LENGTH = 300;
}
