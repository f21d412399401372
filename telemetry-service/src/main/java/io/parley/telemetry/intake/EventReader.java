package io.parley.telemetry.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.contracts.TelemetryEvent;
import io.parley.platform.problems.FieldError;
import io.parley.telemetry.input.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one event as a sender wrote it and finds everything that is wrong with it. */
final class EventReader {

    private final Fields fields = new Fields();
    private final JsonNode json;
    private final Window window;

    private EventReader(JsonNode json, Window window) {
        this.json = json;
        this.window = window;
    }

    static Reading read(JsonNode json, Window window) {
        return new EventReader(json, window).read();
    }

    private Reading read() {
        if (!json.isObject()) {
            return new Reading.Invalid(List.of(new FieldError("", "must be an object")));
        }
        var eventId = text("eventId").flatMap(text -> fields.uuid("/eventId", text));
        var sessionId = text("sessionId").flatMap(text -> fields.uuid("/sessionId", text));
        var subjectId = text("subjectId").flatMap(text -> fields.name("/subjectId", text, Fields.MAX_SUBJECT_LENGTH));
        var type = text("type").flatMap(text -> fields.name("/type", text, Fields.MAX_TYPE_LENGTH));
        var occurredAt = text("occurredAt")
                .flatMap(text -> fields.instant("/occurredAt", text))
                .flatMap(this::withinWindow);
        var payload = payload();
        return fields.errors().isEmpty()
                ? new Reading.Valid(new TelemetryEvent(
                        eventId.orElseThrow(),
                        sessionId.orElseThrow(),
                        subjectId.orElseThrow(),
                        type.orElseThrow(),
                        occurredAt.orElseThrow(),
                        payload.orElseThrow()))
                : new Reading.Invalid(fields.errors());
    }

    private Optional<String> text(String field) {
        JsonNode value = json.path(field);
        if (value.isTextual()) {
            return Optional.of(value.textValue());
        }
        return fields.refuse("/" + field, value.isMissingNode() ? "is missing" : "must be a string");
    }

    private Optional<Instant> withinWindow(Instant occurredAt) {
        if (occurredAt.isBefore(window.oldest())) {
            return fields.refuse("/occurredAt", "is older than events are kept: not before " + window.oldest());
        }
        if (occurredAt.isAfter(window.newest())) {
            return fields.refuse("/occurredAt", "is more than 24 hours ahead: not after " + window.newest());
        }
        return Optional.of(occurredAt);
    }

    private Optional<Map<String, Object>> payload() {
        JsonNode payload = json.path("payload");
        if (!payload.isObject()) {
            return fields.refuse("/payload", payload.isMissingNode() ? "is missing" : "must be an object");
        }
        Optional<String> fault = Payloads.faultOf(payload);
        return fault.isEmpty() ? Optional.of(Payloads.fields(payload)) : fields.refuse("/payload", fault.get());
    }
}
