package io.parley.telemetry.otlp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What was said, as far as the sender tells: a message of {@code gen_ai.input.messages} or {@code gen_ai.output.messages}.
 *
 * @param role who said it
 * @param text its parts that are texts, a line each; empty when there are none
 * @param isOfTools whether it calls tools, or tells what they answered, and has no text
 */
record Message(String role, String text, boolean isOfTools) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The last message that an attribute of a span holds, if it holds one that can be read. */
    static Optional<Message> lastIn(Span span, String attribute) {
        return span.attribute(attribute)
                .map(Message::structured)
                .filter(messages -> messages.isArray() && !messages.isEmpty())
                .map(messages -> of(messages.get(messages.size() - 1)));
    }

    /** Senders that cannot give spans lists write them as JSON in a string. */
    private static JsonNode structured(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        try {
            JsonSize.require(value.textValue());
            return JSON.readTree(value.textValue());
        } catch (JsonProcessingException noJson) {
            return value;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Message of(JsonNode message) {
        JsonNode parts = message.path("parts");
        String text = StreamSupport.stream(parts.spliterator(), false)
                .filter(part -> isOf(part, "text"))
                .map(part -> part.path("content").asText())
                .collect(Collectors.joining("\n"));
        boolean isOfTools = text.isEmpty()
                && StreamSupport.stream(parts.spliterator(), false)
                        .anyMatch(part -> isOf(part, "tool_call") || isOf(part, "tool_call_response"));
        return new Message(message.path("role").asText(), text, isOfTools);
    }

    private static boolean isOf(JsonNode part, String type) {
        return part.path("type").asText().equals(type);
    }
}
