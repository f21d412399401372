package io.parley.e2e.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.e2e.api.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What operations are asked with, where nothing in particular would not do to ask for somebody else's. */
final class Samples {

    private final JsonNode byOperation;

    private Samples(JsonNode byOperation) {
        this.byOperation = byOperation;
    }

    static Samples read() throws IOException {
        try (InputStream file = Samples.class.getResourceAsStream("samples.json")) {
            byte[] text = Objects.requireNonNull(file).readAllBytes();
            return new Samples(Answer.read(new String(text, StandardCharsets.UTF_8), JsonNode.class));
        }
    }

    /** The query with its question mark; empty if there is none. */
    String query(Operation operation) {
        return of(operation).path("query").asText();
    }

    /** The body as JSON; empty if there is none. */
    String body(Operation operation) {
        JsonNode body = of(operation).path("body");
        if (body.isMissingNode()) {
            return operation.takesBody() ? "{}" : "";
        }
        return body.toString();
    }

    private JsonNode of(Operation operation) {
        return byOperation.path(operation.name());
    }
}
