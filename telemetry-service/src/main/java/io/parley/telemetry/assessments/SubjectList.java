package io.parley.telemetry.assessments;

import io.parley.telemetry.estimation.SubjectKind;
import io.parley.telemetry.observations.Subject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Subjects that are looked at together.
 *
 * @param kind learners unless given
 * @param subjects their ids; one that is named twice counts once
 */
record SubjectList(
        @Nullable SubjectKind kind,

        @NotNull @Size(min = 1, max = 200) List<
                        @NotNull @Size(min = 1, max = Subject.MAX_LENGTH) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be one line without control characters") String>
                subjects) {

    SubjectKind kindOrLearner() {
        return Objects.requireNonNullElse(kind, SubjectKind.LEARNER);
    }

    List<String> distinct() {
        return subjects.stream().distinct().toList();
    }
}
