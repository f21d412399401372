package io.parley.telemetry.otlp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What was said, as far as the sender tells. The semantic conventions have had three places for it: attributes of the span with
 * all messages, the same attributes of an event of the span, and an event for each message.
 *
 * @param role who said it
 * @param text its parts that are texts, a line each; empty when there are none
 * @param isOfTools whether it calls tools, or tells what they answered, and has no text
 */
record Message(String role, String text, boolean isOfTools) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String DETAILS = "gen_ai.client.inference.operation.details";
    private static final String CHOICE = "gen_ai.choice";
    private static final Map<String, String> ROLES = Map.of(
            "gen_ai.system.message", "system",
            "gen_ai.user.message", "user",
            "gen_ai.assistant.message", "assistant",
            "gen_ai.tool.message", "tool");

    /** Reasons for which a model stops without an answer to the subject. */
    private static final Set<String> CALLS_OF_TOOLS = Set.of("tool_call", "tool_calls", "tool_use");

    /** The last message that the model was given. */
    static Optional<Message> asked(Span span) {
        return lastIn(span, "gen_ai.input.messages")
                .or(() ->
                        span.lastEvent(event -> ROLES.containsKey(event.name())).map(Message::given));
    }

    /** The last message that the model made. */
    static Optional<Message> answered(Span span) {
        return lastIn(span, "gen_ai.output.messages")
                .or(() -> span.lastEvent(event -> event.name().equals(CHOICE)).map(Message::chosen));
    }

    /** Whether a model that stopped for this reason wants tools to be called. */
    static boolean callsTools(JsonNode finishReason) {
        return CALLS_OF_TOOLS.contains(finishReason.asText());
    }

    /** The last message that an attribute of a span or of its details holds, if it holds one that can be read. */
    private static Optional<Message> lastIn(Span span, String attribute) {
        return span.attribute(attribute)
                .or(() -> span.lastEvent(event -> event.name().equals(DETAILS) && event.has(attribute))
                        .flatMap(event -> Optional.ofNullable(event.attributes().get(attribute))))
                .map(Message::structured)
                .filter(messages -> messages.isArray() && !messages.isEmpty())
                .map(messages -> of(messages.get(messages.size() - 1)));
    }

    private static Message of(JsonNode message) {
        JsonNode parts = message.path("parts");
        String text = textOf(parts);
        boolean isOfTools = text.isEmpty()
                && stream(parts).anyMatch(part -> isOf(part, "tool_call") || isOf(part, "tool_call_response"));
        return new Message(message.path("role").asText(), text, isOfTools);
    }

    private static Message given(Span.Event event) {
        JsonNode body = body(event);
        String text = textOf(body.path("content"));
        boolean isOfTools = text.isEmpty() && hasCalls(body);
        return new Message(ROLES.getOrDefault(event.name(), ""), text, isOfTools);
    }

    private static Message chosen(Span.Event event) {
        JsonNode body = body(event);
        JsonNode message = structured(body.path("message"));
        String text = Stream.of(
                        isMessage(message) ? message.path("content") : body.path("message"),
                        body.path("message.content"),
                        body.path("content"))
                .map(Message::textOf)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
        boolean wantsTools = hasCalls(message) || hasCalls(body) || callsTools(body.path("finish_reason"));
        return new Message("assistant", text, text.isEmpty() && wantsTools);
    }

    /** What an event says: its attributes, and the fields of the body that some senders put into one of them. */
    private static JsonNode body(Span.Event event) {
        ObjectNode fields = JSON.createObjectNode();
        fields.setAll(event.attributes());
        JsonNode body = structured(fields.path("gen_ai.event.content"));
        if (body instanceof ObjectNode object) {
            fields.setAll(object);
        } else if (body.isTextual()) {
            fields.set("content", body);
        }
        return fields;
    }

    private static boolean hasCalls(JsonNode message) {
        return !structured(message.path("tool_calls")).isEmpty();
    }

    private static boolean isMessage(JsonNode node) {
        return node.isObject() && (node.has("content") || node.has("tool_calls") || node.has("role"));
    }

    /** Itself, or those of its parts that are texts. */
    private static String textOf(JsonNode content) {
        JsonNode parts = structured(content);
        return parts.isArray() && stream(parts).allMatch(JsonNode::isObject)
                ? stream(parts)
                        .filter(part -> !part.has("type") || isOf(part, "text"))
                        .map(part -> part.path(part.has("content") ? "content" : "text")
                                .asText())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n"))
                : content.asText();
    }

    /** Senders that cannot give spans lists and objects write them as JSON in a string. */
    private static JsonNode structured(JsonNode value) {
        String text = value.asText().strip();
        if (!text.startsWith("[") && !text.startsWith("{")) {
            return value;
        }
        try {
            JsonSize.require(text);
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            return value;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static boolean isOf(JsonNode part, String type) {
        return part.path("type").asText().equals(type);
    }
}
