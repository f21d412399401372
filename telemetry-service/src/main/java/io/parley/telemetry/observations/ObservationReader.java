package io.parley.telemetry.observations;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.platform.problems.FieldError;
import io.parley.telemetry.estimation.SubjectKind;
import io.parley.telemetry.input.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one observation as an assessor wrote it and finds everything that is wrong with it. */
final class ObservationReader {

    private static final int MAX_REFERENCE_LENGTH = 200;
    private static final int MAX_SKILL_LENGTH = 200;

    private final Fields fields = new Fields();
    private final JsonNode json;
    private final Set<String> skills;
    private final Instant newest;

    /**
     * A reader of one observation.
     *
     * @param skills of the workspace, those that the batch names
     * @param newest how far ahead an assessor's clock may be
     */
    ObservationReader(JsonNode json, Set<String> skills, Instant newest) {
        this.json = json;
        this.skills = skills;
        this.newest = newest;
    }

    /** The observation, unless something is wrong with it. */
    Optional<OutsideObservation> read() {
        if (!json.isObject()) {
            return fields.refuse("", "must be an object");
        }
        var reference = name("reference", MAX_REFERENCE_LENGTH);
        var kind = text("subjectKind").flatMap(this::kind);
        var subject = name("subject", Subject.MAX_LENGTH);
        var skill = name("skill", MAX_SKILL_LENGTH).flatMap(this::known);
        var correct = correct();
        var weight = weight();
        var at = text("at").flatMap(text -> fields.instant("/at", text)).flatMap(this::notAhead);
        if (!fields.errors().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OutsideObservation(
                reference.orElseThrow(),
                new Subject(kind.orElseThrow(), subject.orElseThrow()),
                skill.orElseThrow(),
                correct.orElseThrow(),
                weight.orElseThrow(),
                at.orElseThrow()));
    }

    List<FieldError> errors() {
        return fields.errors();
    }

    private Optional<String> name(String field, int maxLength) {
        return text(field).flatMap(text -> fields.name("/" + field, text, maxLength));
    }

    private Optional<String> text(String field) {
        JsonNode value = json.path(field);
        if (value.isTextual()) {
            return Optional.of(value.textValue());
        }
        return fields.refuse("/" + field, value.isMissingNode() ? "is missing" : "must be a string");
    }

    private Optional<SubjectKind> kind(String text) {
        return switch (text) {
            case "LEARNER" -> Optional.of(SubjectKind.LEARNER);
            case "ASSISTANT" -> Optional.of(SubjectKind.ASSISTANT);
            default -> fields.refuse("/subjectKind", "must be LEARNER or ASSISTANT");
        };
    }

    private Optional<String> known(String skill) {
        return skills.contains(skill) ? Optional.of(skill) : fields.refuse("/skill", "is no skill of the workspace");
    }

    private Optional<Boolean> correct() {
        JsonNode value = json.path("correct");
        return value.isBoolean()
                ? Optional.of(value.booleanValue())
                : fields.refuse("/correct", "must be true or false");
    }

    private Optional<Double> weight() {
        JsonNode value = json.path("weight");
        if (value.isMissingNode()) {
            return Optional.of(1.0);
        }
        return value.isNumber() && value.doubleValue() > 0 && value.doubleValue() <= 1
                ? Optional.of(value.doubleValue())
                : fields.refuse("/weight", "must be a number above 0 and at most 1");
    }

    private Optional<Instant> notAhead(Instant at) {
        return at.isAfter(newest)
                ? fields.refuse("/at", "is more than 24 hours ahead: not after " + newest)
                : Optional.of(at);
    }
}
