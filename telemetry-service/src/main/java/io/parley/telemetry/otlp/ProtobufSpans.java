package io.parley.telemetry.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.Parser;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.parley.platform.problems.ProblemType;
import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the spans of an {@code ExportTraceServiceRequest} in its binary form. */
final class ProtobufSpans {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Nobody counts what is not known, so it is not kept either. */
    private static final Parser<ExportTraceServiceRequest> KNOWN_FIELDS =
            DiscardUnknownFieldsParser.wrap(ExportTraceServiceRequest.parser());

    private final Spans spans = new Spans();

    private ProtobufSpans() {}

    /** The spans; what is no such request is a 400, one of too many spans or attributes a 413. */
    static Spans read(byte[] body) {
        try {
            ProtobufSize.require(body);
            ProtobufSpans reader = new ProtobufSpans();
            KNOWN_FIELDS.parseFrom(body).getResourceSpansList().forEach(reader::add);
            return reader.spans;
        } catch (IOException malformed) {
            throw ProblemType.MALFORMED.problem("The body is no ExportTraceServiceRequest in Protobuf's binary form.");
        }
    }

    private void add(ResourceSpans sender) {
        Map<String, JsonNode> resource = attributes(sender.getResource().getAttributesList());
        for (ScopeSpans scope : sender.getScopeSpansList()) {
            scope.getSpansList().forEach(span -> add(span, resource));
        }
    }

    private void add(Span span, Map<String, JsonNode> resource) {
        spans.add(
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                span.getStartTimeUnixNano(),
                span.getEndTimeUnixNano(),
                span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR,
                attributes(span.getAttributesList()),
                events(span),
                resource);
    }

    private static Stream<io.parley.telemetry.otlp.Span.Event> events(Span span) {
        return span.getEventsList().stream()
                .map(event -> new io.parley.telemetry.otlp.Span.Event(
                        event.getName(), attributes(event.getAttributesList())));
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    private static Map<String, JsonNode> attributes(List<KeyValue> attributes) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        attributes.forEach(attribute -> values.put(attribute.getKey(), value(attribute.getValue())));
        return values;
    }

    private static JsonNode value(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> JSON.textNode(value.getStringValue());
            case BOOL_VALUE -> JSON.booleanNode(value.getBoolValue());
            case INT_VALUE -> JSON.numberNode(value.getIntValue());
            case DOUBLE_VALUE -> JSON.numberNode(value.getDoubleValue());
            case BYTES_VALUE -> JSON.binaryNode(value.getBytesValue().toByteArray());
            case ARRAY_VALUE -> array(value.getArrayValue().getValuesList());
            case KVLIST_VALUE -> object(value.getKvlistValue().getValuesList());
            case VALUE_NOT_SET -> JSON.nullNode();
        };
    }

    private static ArrayNode array(List<AnyValue> values) {
        ArrayNode array = JSON.arrayNode(values.size());
        values.forEach(value -> array.add(value(value)));
        return array;
    }

    private static ObjectNode object(List<KeyValue> fields) {
        ObjectNode object = JSON.objectNode();
        fields.forEach(field -> object.set(field.getKey(), value(field.getValue())));
        return object;
    }
}
