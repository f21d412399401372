package io.parley.telemetry.otlp;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads the spans of an {@code ExportTraceServiceRequest} as JSON, by the rules of OTLP: ids are hexadecimal, 64-bit numbers may be
 * strings, fields that are not known are passed over.
 */
final class JsonSpans {

    private static final ObjectReader JSON =
            new ObjectMapper().readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> ERROR_CODES = Set.of("2", "STATUS_CODE_ERROR");

    private final Spans spans = new Spans();

    private JsonSpans() {}

    /** The spans; what is no such request is a 400, one of too many spans or attributes a 413. */
    static Spans read(byte[] body) {
        JsonSpans reader = new JsonSpans();
        JsonNode request = parse(body);
        if (!request.isObject()) {
            throw malformed("The body", "an object");
        }
        list(request, "resourceSpans").forEach(reader::addSender);
        return reader.spans;
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonSize.require(body);
            return JSON.readTree(body);
        } catch (JacksonException malformed) {
            throw ProblemType.MALFORMED.problem("The body is not well-formed JSON.");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void addSender(JsonNode sender) {
        Map<String, JsonNode> resource = attributes(sender.path("resource"));
        for (JsonNode scope : list(sender, "scopeSpans")) {
            list(scope, "spans").forEach(span -> addSpan(span, resource));
        }
    }

    private void addSpan(JsonNode span, Map<String, JsonNode> resource) {
        spans.add(
                id(span, "traceId"),
                id(span, "spanId"),
                nanoseconds(span, "startTimeUnixNano"),
                nanoseconds(span, "endTimeUnixNano"),
                ERROR_CODES.contains(span.path("status").path("code").asText()),
                attributes(span),
                events(span),
                resource);
    }

    private static Stream<Span.Event> events(JsonNode span) {
        return StreamSupport.stream(list(span, "events").spliterator(), false)
                .map(event -> new Span.Event(event.path("name").asText(), attributes(event)));
    }

    private static String id(JsonNode span, String field) {
        return span.path(field).asText().toLowerCase(Locale.ROOT);
    }

    private static long nanoseconds(JsonNode span, String field) {
        JsonNode value = span.path(field);
        return value.isMissingNode() ? 0 : number(value, field);
    }

    private static long number(JsonNode value, String field) {
        try {
            if (value.isTextual() || value.isIntegralNumber()) {
                return Long.parseLong(value.asText());
            }
        } catch (NumberFormatException notANumber) {
            // complained about below
        }
        throw malformed(field, "a whole number of 64 bits, or a string with one");
    }

    private static Map<String, JsonNode> attributes(JsonNode owner) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        list(owner, "attributes")
                .forEach(attribute -> values.put(attribute.path("key").asText(), value(attribute.path("value"))));
        return values;
    }

    private static JsonNode value(JsonNode value) {
        for (Map.Entry<String, JsonNode> kind : value.properties()) {
            switch (kind.getKey()) {
                case "stringValue", "boolValue", "doubleValue", "bytesValue" -> {
                    return kind.getValue();
                }
                case "intValue" -> {
                    return NODES.numberNode(number(kind.getValue(), "intValue"));
                }
                case "arrayValue" -> {
                    return array(kind.getValue());
                }
                case "kvlistValue" -> {
                    return object(kind.getValue());
                }
                default -> {
                    // a field that is not known
                }
            }
        }
        return NODES.nullNode();
    }

    private static ArrayNode array(JsonNode list) {
        ArrayNode array = NODES.arrayNode();
        list(list, "values").forEach(value -> array.add(value(value)));
        return array;
    }

    private static ObjectNode object(JsonNode list) {
        ObjectNode object = NODES.objectNode();
        list(list, "values").forEach(field -> object.set(field.path("key").asText(), value(field.path("value"))));
        return object;
    }

    private static JsonNode list(JsonNode owner, String field) {
        JsonNode list = owner.path(field);
        if (list.isMissingNode() || list.isNull() || list.isArray()) {
            return list;
        }
        throw malformed(field, "a list");
    }

    private static Problem malformed(String field, String expected) {
        return ProblemType.MALFORMED.problem(field + " must be " + expected + ".");
    }
}
