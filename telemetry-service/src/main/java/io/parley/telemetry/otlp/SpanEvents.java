package io.parley.telemetry.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The events that a span becomes, as a sender of events would write them, by the semantic conventions of OpenTelemetry for
 * generative AI.
 */
final class SpanEvents {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String UNKNOWN_SUBJECT = "unknown";

    private final Span span;
    private final List<ObjectNode> events = new ArrayList<>();

    private SpanEvents(Span span) {
        this.span = span;
    }

    /** None for an operation that is not one of a conversation. */
    static List<ObjectNode> of(Span span) {
        SpanEvents reading = new SpanEvents(span);
        switch (span.text("gen_ai.operation.name").orElse("")) {
            case "chat", "text_completion", "generate_content" -> reading.addConversation();
            case "execute_tool" -> reading.addTool();
            case "invoke_agent" -> reading.add("agent.invoked", span.end(), reading.outcome());
            default -> {
                // what else happens in the sender is not part of the conversation
            }
        }
        return reading.events;
    }

    private void addConversation() {
        Optional<Message> asked = Message.asked(span);
        if (asked.map(SpanEvents::isOfSubject).orElse(true)) {
            add("user.message", span.start(), said(asked));
        }
        Optional<Message> answered = Message.answered(span);
        if (hasFailed()) {
            add("assistant.error", span.end(), outcome());
        } else if (isAnswer(answered)) {
            ObjectNode payload = said(answered);
            payload.setAll(outcome());
            add("assistant.message", span.end(), payload);
        }
    }

    private static boolean isOfSubject(Message asked) {
        return asked.role().equals("user") && !asked.isOfTools();
    }

    /** By what was said or, where senders keep that to themselves, by why the model stopped. */
    private boolean isAnswer(Optional<Message> answered) {
        return answered.map(message -> !message.isOfTools()).orElseGet(() -> !hasStoppedForTools());
    }

    private boolean hasStoppedForTools() {
        JsonNode reasons = span.attribute("gen_ai.response.finish_reasons").orElse(JSON.arrayNode());
        return !reasons.isEmpty()
                && StreamSupport.stream(reasons.spliterator(), false).allMatch(Message::callsTools);
    }

    private void addTool() {
        ObjectNode payload = outcome();
        span.text("gen_ai.tool.name").ifPresent(name -> payload.put("tool", name));
        add("tool.executed", span.end(), payload);
    }

    private boolean hasFailed() {
        return span.failed() || span.text("error.type").isPresent();
    }

    private ObjectNode said(Optional<Message> message) {
        ObjectNode payload = origin();
        message.map(Message::text).filter(text -> !text.isEmpty()).ifPresent(text -> payload.put("text", text));
        return payload;
    }

    private ObjectNode origin() {
        ObjectNode payload = JSON.objectNode();
        payload.put("traceId", span.traceId());
        payload.put("spanId", span.spanId());
        copy("gen_ai.agent.name", payload, "agent");
        span.firstText("gen_ai.provider.name", "gen_ai.system").ifPresent(name -> payload.put("provider", name));
        return payload;
    }

    private ObjectNode outcome() {
        ObjectNode payload = origin();
        payload.put("durationMs", Duration.between(span.start(), span.end()).toMillis());
        span.firstText("gen_ai.response.model", "gen_ai.request.model").ifPresent(name -> payload.put("model", name));
        copy("gen_ai.usage.input_tokens", payload, "inputTokens");
        copy("gen_ai.usage.output_tokens", payload, "outputTokens");
        copy("gen_ai.response.finish_reasons", payload, "finishReasons");
        copy("error.type", payload, "error");
        return payload;
    }

    private void copy(String attribute, ObjectNode payload, String field) {
        span.attribute(attribute).ifPresent(value -> payload.set(field, value));
    }

    private void add(String type, Instant occurredAt, ObjectNode payload) {
        ObjectNode event = JSON.objectNode();
        event.put("eventId", Identities.event(span, type).toString());
        event.put("sessionId", session());
        event.put("subjectId", subject());
        event.put("type", type);
        event.put("occurredAt", occurredAt.toString());
        event.set("payload", payload);
        events.add(event);
    }

    private String session() {
        return span.firstText("gen_ai.conversation.id", "session.id")
                .map(Identities::session)
                .orElseGet(() -> Identities.sessionOfTrace(span.traceId()))
                .toString();
    }

    /** The person where spans name one, otherwise the assistant. */
    private String subject() {
        return span.firstText("user.id", "enduser.id", "enduser.pseudo.id")
                .or(() -> span.firstText("gen_ai.agent.id", "gen_ai.agent.name", "service.name"))
                .orElse(UNKNOWN_SUBJECT);
    }
}
