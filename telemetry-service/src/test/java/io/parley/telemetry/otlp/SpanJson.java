package io.parley.telemetry.otlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Requests of one span, as OTLP writes them in JSON. */
final class SpanJson {

    private SpanJson() {}

    /**
     * A span of a second and a half, with attributes written as {@code name=value;...}: numbers, {@code [lists]} of texts, other
     * texts with single for double quotes, and the words {@code service} and {@code status}, which have their own places.
     */
    static String with(String attributes) {
        return of("0af7651916cd43dd8448eb211c80319c", "B7AD6B7169203331", 1_778_414_400_000_000_000L, attributes);
    }

    static String of(String traceId, String spanId, long startNanos, String attributes) {
        List<String> own = new ArrayList<>();
        List<String> resource = new ArrayList<>();
        String status = "{}";
        for (String attribute : Arrays.asList(attributes.split(";", -1))) {
            String[] sides = attribute.split("=", 2);
            switch (sides[0]) {
                case "status" -> status = "{\"code\":2}";
                case "service" -> resource.add(attribute("service.name", sides[1]));
                default -> own.add(attribute(sides[0], sides[1]));
            }
        }
        return """
            {"resourceSpans":[{"resource":{"attributes":[%s]},"scopeSpans":[{"scope":{"name":"test"},"spans":[{
              "traceId":"%s","spanId":"%s","name":"chat","kind":3,"status":%s,
              "startTimeUnixNano":"%d","endTimeUnixNano":%d,"attributes":[%s],"unheardOf":[1]}]}]}]}
            """.formatted(
                        String.join(",", resource),
                        traceId,
                        spanId,
                        status,
                        startNanos,
                        startNanos + 1_500_000_000,
                        String.join(",", own));
    }

    private static String attribute(String name, String value) {
        return "{\"key\":\"" + name + "\",\"value\":" + value(value) + "}";
    }

    private static String value(String value) {
        if (value.matches("\\d+")) {
            return "{\"intValue\":\"" + value + "\"}";
        }
        if (value.matches("\\[[a-z_,]*]")) {
            return Arrays.stream(value.substring(1, value.length() - 1).split(",", -1))
                    .map(SpanJson::value)
                    .collect(Collectors.joining(",", "{\"arrayValue\":{\"values\":[", "]}}"));
        }
        return "{\"stringValue\":\"" + value.replace("'", "\\\"") + "\"}";
    }
}
