package io.parley.telemetry.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.parley.telemetry.input.Fields;
import io.parley.telemetry.input.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event's payload: any JSON object that fits, and that the way to the database keeps as it is. */
final class Payload {

    static final int MAX_BYTES = 32 * 1024;
    static final int MAX_DEPTH = 32;

    private static final int USUAL_BYTES = 512;

    private @Nullable String compact;
    private String fault = "is missing";

    /** Reads the value at which the parser stands, to its end. */
    void read(JsonParser json) throws IOException {
        compact = null;
        if (json.currentToken() == JsonToken.START_OBJECT) {
            readObject(json);
        } else {
            fault = "must be an object";
            json.skipChildren();
        }
    }

    /** The text of the payload, without white space. */
    Optional<String> in(Fields fields) {
        return compact == null ? fields.refuse("/payload", fault) : Optional.of(compact);
    }

    private void readObject(JsonParser json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        Optional<String> found;
        try (JsonGenerator copy = EventReader.JSON.createGenerator(bytes)) {
            found = copy(json, copy);
        }
        if (found.isPresent()) {
            fault = found.get();
        } else if (bytes.size() > MAX_BYTES) {
            fault = "must have at most " + MAX_BYTES + " bytes as compact JSON, has " + bytes.size();
        } else {
            compact = bytes.toString(StandardCharsets.UTF_8);
        }
    }

    /** Copies up to the first fault, and reads on to the end. */
    private static Optional<String> copy(JsonParser json, JsonGenerator copy) throws IOException {
        Optional<String> fault = Optional.empty();
        int depth = 0;
        do {
            depth += nesting(json.currentToken());
            if (fault.isEmpty()) {
                fault = faultOf(json, depth);
            }
            if (fault.isEmpty()) {
                copy.copyCurrentEvent(json);
            }
        } while (depth > 0 && json.nextToken() != null);
        return fault;
    }

    private static int nesting(JsonToken token) {
        if (token.isStructStart()) {
            return 1;
        }
        return token.isStructEnd() ? -1 : 0;
    }

    private static Optional<String> faultOf(JsonParser json, int depth) throws IOException {
        return switch (json.currentToken()) {
            case FIELD_NAME, VALUE_STRING -> Texts.faultOf(json.getText());
            case VALUE_NUMBER_FLOAT ->
                Double.isFinite(json.getDoubleValue())
                        ? Optional.empty()
                        : Optional.of("must not contain numbers beyond 1.8e308");
            default ->
                depth > MAX_DEPTH ? Optional.of("must be nested at most " + MAX_DEPTH + " deep") : Optional.empty();
        };
    }
}
