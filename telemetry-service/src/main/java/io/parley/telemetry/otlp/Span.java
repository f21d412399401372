package io.parley.telemetry.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One operation of a trace, as far as events are made of it.
 *
 * @param traceId 32 hexadecimal digits in lower case
 * @param spanId 16 hexadecimal digits in lower case
 * @param failed whether its status says so
 * @param attributes of the span
 * @param events that happened during it, those about models, in the order in which they were recorded
 * @param resource attributes of what sent it
 */
record Span(
        String traceId,
        String spanId,
        Instant start,
        Instant end,
        boolean failed,
        Map<String, JsonNode> attributes,
        List<Event> events,
        Map<String, JsonNode> resource) {

    /** What happened at one moment of a span. */
    record Event(String name, Map<String, JsonNode> attributes) {

        boolean has(String attribute) {
            return attributes.containsKey(attribute);
        }
    }

    /** An attribute of the span, if it has it. */
    Optional<JsonNode> attribute(String name) {
        return Optional.ofNullable(attributes.get(name)).filter(value -> !value.isNull());
    }

    /** An attribute that is a text and not empty. */
    Optional<String> text(String name) {
        return textOf(attributes, name);
    }

    /** The first that there is of some attributes that are texts, of the span or else of what sent it. */
    Optional<String> firstText(String... names) {
        return Stream.of(attributes, resource)
                .flatMap(source -> Stream.of(names).flatMap(name -> textOf(source, name).stream()))
                .findFirst();
    }

    /** The last of the span's events that is such a one. */
    Optional<Event> lastEvent(Predicate<Event> wanted) {
        return events.reversed().stream().filter(wanted).findFirst();
    }

    private static Optional<String> textOf(Map<String, JsonNode> source, String name) {
        return Optional.ofNullable(source.get(name)).map(JsonNode::asText).filter(text -> !text.isBlank());
    }
}
