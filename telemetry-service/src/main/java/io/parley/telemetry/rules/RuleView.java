package io.parley.telemetry.rules;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.parley.telemetry.estimation.SubjectKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule as clients see it; {@link RuleInput} says what each part means. */
record RuleView(
        UUID id,
        String type,
        String skill,
        SubjectKind subjectKind,
        @Nullable Looked when,
        @Nullable Boolean correct,
        @Nullable Looked correctIf,
        double weight) {

    /**
     * A value that is looked for.
     *
     * @param value JSON
     */
    record Looked(String pointer, @JsonRawValue String value) {}
}
