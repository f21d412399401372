package io.parley.telemetry.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The spans of a request, those that can be told apart by their ids, and what is wrong with the others. */
final class Spans {

    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SPAN_ID = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern NOTHING_BUT_ZEROS = Pattern.compile("0*");

    private static final String ABOUT_MODELS = "gen_ai.";

    private final List<Span> readable = new ArrayList<>();
    private final Faults faults = new Faults();

    /**
     * Adds a span; times are in nanoseconds since 1970.
     *
     * @param traceId in hexadecimal digits, as is the span's
     */
    void add(
            String traceId,
            String spanId,
            long start,
            long end,
            boolean failed,
            Map<String, JsonNode> attributes,
            Stream<Span.Event> events,
            Map<String, JsonNode> resource) {
        if (isId(traceId, TRACE_ID) && isId(spanId, SPAN_ID)) {
            List<Span.Event> kept = events.filter(event -> event.name().startsWith(ABOUT_MODELS))
                    .toList();
            readable.add(new Span(traceId, spanId, instant(start), instant(end), failed, attributes, kept, resource));
        } else {
            faults.add("span " + (readable.size() + faults.number())
                    + ": must have a traceId of 16 bytes and a spanId of 8 bytes, not all of them zero");
        }
    }

    private static boolean isId(String id, Pattern form) {
        return form.matcher(id).matches() && !NOTHING_BUT_ZEROS.matcher(id).matches();
    }

    private static Instant instant(long nanoseconds) {
        return Instant.ofEpochSecond(0, nanoseconds);
    }

    List<Span> readable() {
        return readable;
    }

    Faults faults() {
        return faults;
    }
}
