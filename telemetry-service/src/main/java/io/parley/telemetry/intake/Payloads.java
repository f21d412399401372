package io.parley.telemetry.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.telemetry.input.Texts;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Payloads of events: any JSON object that fits, and that the way to the database keeps as it is. */
final class Payloads {

    static final int MAX_BYTES = 32 * 1024;
    static final int MAX_DEPTH = 32;

    private Payloads() {}

    /** What is wrong with a payload, if something is. */
    static Optional<String> faultOf(JsonNode payload) {
        int bytes = payload.toString().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            return Optional.of("must have at most 32768 bytes as compact JSON, has " + bytes);
        }
        return faultWithin(payload, MAX_DEPTH);
    }

    private static Optional<String> faultWithin(JsonNode node, int depthLeft) {
        return switch (node.getNodeType()) {
            case STRING -> Texts.faultOf(node.textValue());
            case NUMBER -> faultOfNumber(node);
            case ARRAY, OBJECT ->
                depthLeft == 0
                        ? Optional.of("must be nested at most " + MAX_DEPTH + " deep")
                        : faultInside(node, depthLeft - 1);
            case BOOLEAN, NULL, MISSING, BINARY, POJO -> Optional.empty();
        };
    }

    private static Optional<String> faultOfNumber(JsonNode number) {
        return number.isFloatingPointNumber() && !Double.isFinite(number.doubleValue())
                ? Optional.of("must not contain numbers beyond 1.8e308")
                : Optional.empty();
    }

    private static Optional<String> faultInside(JsonNode container, int depthLeft) {
        for (String name : (Iterable<String>) container::fieldNames) {
            Optional<String> fault = Texts.faultOf(name);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return StreamSupport.stream(container.spliterator(), false)
                .flatMap(child -> faultWithin(child, depthLeft).stream())
                .findFirst();
    }

    /** The payload's fields; the values stay JSON nodes, whose nulls the wire format keeps. */
    static Map<String, Object> fields(JsonNode payload) {
        Map<String, Object> fields = new LinkedHashMap<>();
        payload.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
