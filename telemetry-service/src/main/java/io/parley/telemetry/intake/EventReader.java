package io.parley.telemetry.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.parley.contracts.TelemetryEvent;
import io.parley.platform.problems.FieldError;
import io.parley.telemetry.input.Fields;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one event as a sender wrote it, in one go, and finds everything that is wrong with it. */
final class EventReader {

    /** The names in payloads are anybody's, so they are not kept; what is beyond the basic plane is written as it is. */
    static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private final Fields fields = new Fields();
    private final Text eventId = new Text("/eventId");
    private final Text sessionId = new Text("/sessionId");
    private final Text subjectId = new Text("/subjectId");
    private final Text type = new Text("/type");
    private final Text occurredAt = new Text("/occurredAt");
    private final Payload payload = new Payload();
    private final Window window;

    private EventReader(Window window) {
        this.window = window;
    }

    /** Reads the value at which the parser stands, to its end. Fails as the parser does if that is no JSON. */
    static Reading read(JsonParser json, Window window) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return new Reading.Invalid(List.of(new FieldError("", "must be an object")));
        }
        EventReader reader = new EventReader(window);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            reader.take(field, json);
        }
        return reader.reading();
    }

    /** Of a field that is there twice the last one counts. */
    private void take(String field, JsonParser json) throws IOException {
        switch (field) {
            case "eventId" -> eventId.read(json);
            case "sessionId" -> sessionId.read(json);
            case "subjectId" -> subjectId.read(json);
            case "type" -> type.read(json);
            case "occurredAt" -> occurredAt.read(json);
            case "payload" -> payload.read(json);
            default -> json.skipChildren();
        }
    }

    private Reading reading() {
        var event = eventId.in(fields).flatMap(text -> fields.uuid(eventId.field, text));
        var session = sessionId.in(fields).flatMap(text -> fields.uuid(sessionId.field, text));
        var subject =
                subjectId.in(fields).flatMap(text -> fields.name(subjectId.field, text, Fields.MAX_SUBJECT_LENGTH));
        var kind = type.in(fields).flatMap(text -> fields.name(type.field, text, Fields.MAX_TYPE_LENGTH));
        var time = occurredAt
                .in(fields)
                .flatMap(text -> fields.instant(occurredAt.field, text))
                .flatMap(this::withinWindow);
        var said = payload.in(fields);
        return fields.hasErrors()
                ? new Reading.Invalid(fields.errors())
                : new Reading.Valid(new TelemetryEvent(
                        event.orElseThrow(),
                        session.orElseThrow(),
                        subject.orElseThrow(),
                        kind.orElseThrow(),
                        time.orElseThrow(),
                        said.orElseThrow()));
    }

    private Optional<Instant> withinWindow(Instant time) {
        if (time.isBefore(window.oldest())) {
            return fields.refuse(occurredAt.field, "is older than events are kept: not before " + window.oldest());
        }
        if (time.isAfter(window.newest())) {
            return fields.refuse(occurredAt.field, "is more than 24 hours ahead: not after " + window.newest());
        }
        return Optional.of(time);
    }

    /** A field that is to be a string. */
    private static final class Text {

        private final String field;
        private @Nullable String text;
        private String fault = "is missing";

        Text(String field) {
            this.field = field;
        }

        void read(JsonParser json) throws IOException {
            text = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : null;
            fault = "must be a string";
            json.skipChildren();
        }

        Optional<String> in(Fields fields) {
            return text == null ? fields.refuse(field, fault) : Optional.of(text);
        }
    }
}
