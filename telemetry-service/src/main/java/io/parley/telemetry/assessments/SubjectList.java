package io.parley.telemetry.assessments;

import io.parley.telemetry.estimation.SubjectKind;
import io.parley.telemetry.observations.Subject;
import io.parley.telemetry.pseudonyms.WorkspacePseudonyms;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** The subjects, each as it was named first. */
    List<String> distinct(WorkspacePseudonyms pseudonyms) {
        return List.copyOf(subjects.stream()
                .collect(Collectors.toMap(
                        pseudonyms::of, Function.identity(), (first, again) -> first, LinkedHashMap::new))
                .values());
    }
}
