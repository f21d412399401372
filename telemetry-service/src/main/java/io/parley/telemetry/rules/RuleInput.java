package io.parley.telemetry.rules;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import io.parley.telemetry.estimation.SubjectKind;
import io.parley.telemetry.input.Fields;
import io.parley.telemetry.input.Texts;
import io.parley.telemetry.skills.SkillPath;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a client describes it.
 *
 * @param type of the events that it is about
 * @param skill path of a skill of the workspace
 * @param subjectKind what their subject is, a learner unless given
 * @param when only of events with this value, if given
 * @param correct whether such an event shows that the subject has the skill; or else
 * @param correctIf it does if the event has this value, does not if it has another one there, and tells nothing if it has none
 * @param weight how much of a whole observation it is, 1 unless given
 */
record RuleInput(
        @NotNull @Size(min = 1, max = Fields.MAX_TYPE_LENGTH) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be one line without control characters") String type,

        @NotNull @SkillPath String skill,
        @Nullable SubjectKind subjectKind,
        @Nullable @Valid ValueAt when,
        @Nullable Boolean correct,
        @Nullable @Valid ValueAt correctIf,
        @Nullable @Positive @DecimalMax("1") Double weight) {

    /** Executions come as evidence with their verdicts. */
    private static final String EXECUTIONS = "execution.completed";

    /** Fails with all that the constraints of the fields cannot say. */
    RuleInput checked() {
        List<FieldError> errors = new ArrayList<>();
        if (EXECUTIONS.equals(type)) {
            errors.add(
                    new FieldError("/type", "must be of a sender's events: executions are evidence by their verdicts"));
        }
        if ((correct == null) == (correctIf == null)) {
            errors.add(new FieldError("/correct", "must be given, or else correctIf, and not both"));
        }
        check("/when/value", when, errors);
        check("/correctIf/value", correctIf, errors);
        if (!errors.isEmpty()) {
            throw ProblemType.INVALID_INPUT.problem(errors);
        }
        return this;
    }

    private static void check(String field, @Nullable ValueAt at, List<FieldError> errors) {
        if (at == null) {
            return;
        }
        if (at.value().isContainerNode()) {
            errors.add(new FieldError(field, "must be a string, number, boolean or null"));
        } else {
            Texts.faultOf(at.value().asText()).ifPresent(fault -> errors.add(new FieldError(field, fault)));
        }
    }

    SubjectKind subjectKindOrLearner() {
        return Objects.requireNonNullElse(subjectKind, SubjectKind.LEARNER);
    }

    double weightOrWhole() {
        return Objects.requireNonNullElse(weight, 1.0);
    }

    /** What is correct, JSON: the value that is looked for, or whether every such event is. */
    String correctValue() {
        return correctIf == null ? String.valueOf(correct) : correctIf.value().toString();
    }

    /** Steps to a value, if one is looked for. */
    static String @Nullable [] steps(@Nullable ValueAt at) {
        return at == null ? null : Pointer.steps(at.pointer()).toArray(String[]::new);
    }
}
