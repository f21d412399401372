package io.parley.telemetry.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.telemetry.intake.Batch;
import io.parley.telemetry.intake.Intake;
import io.parley.telemetry.intake.ItemError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a request to export traces brings.
 *
 * @param events of all its spans, checked
 * @param rejected spans of which not everything is taken
 * @param faults what is wrong with those, a sentence each
 */
record Export(Batch events, int rejected, List<String> faults) {

    private static final int NAMED_FAULTS = 5;

    /** Makes events of spans and checks them. */
    static Export of(Spans spans, Intake intake) {
        List<JsonNode> events = new ArrayList<>();
        List<Span> spanOfEvent = new ArrayList<>();
        for (Span span : spans.readable()) {
            SpanEvents.of(span).forEach(event -> {
                events.add(event);
                spanOfEvent.add(span);
            });
        }
        Batch batch = intake.check(events);
        List<String> faults = new ArrayList<>(spans.faults());
        faultsBySpan(batch, spanOfEvent).forEach((span, fault) -> faults.add("span " + span.spanId() + ": " + fault));
        return new Export(batch, faults.size(), faults);
    }

    private static Map<Span, String> faultsBySpan(Batch batch, List<Span> spanOfEvent) {
        return batch.errors().stream()
                .collect(Collectors.groupingBy(
                        error -> spanOfEvent.get(error.index()),
                        LinkedHashMap::new,
                        Collectors.mapping(Export::fault, Collectors.joining(", "))));
    }

    private static String fault(ItemError error) {
        return error.field() + " " + error.message();
    }

    /** The first faults as one text, empty without any. */
    String message() {
        String named = faults.stream().limit(NAMED_FAULTS).collect(Collectors.joining("; "));
        return faults.size() > NAMED_FAULTS ? named + "; and " + (faults.size() - NAMED_FAULTS) + " more" : named;
    }
}
