package io.parley.telemetry.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.telemetry.intake.Batch;
import io.parley.telemetry.intake.Intake;
import io.parley.telemetry.intake.ItemError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a request to export traces brings.
 *
 * @param events of all its spans, checked
 * @param faults of the spans of which not everything is taken, one each
 */
record Export(Batch events, Faults faults) {

    /** Makes events of spans and checks them. */
    static Export of(Spans spans, Intake intake) {
        List<JsonNode> events = new ArrayList<>();
        List<Integer> spanOfEvent = new ArrayList<>();
        for (int span = 0; span < spans.readable().size(); span++) {
            List<ObjectNode> made = SpanEvents.of(spans.readable().get(span));
            events.addAll(made);
            spanOfEvent.addAll(Collections.nCopies(made.size(), span));
        }
        Batch batch = intake.check(events);
        faultsBySpan(batch, spanOfEvent)
                .forEach((span, fault) ->
                        spans.faults().add("span " + spans.readable().get(span).spanId() + ": " + fault));
        return new Export(batch, spans.faults());
    }

    private static SortedMap<Integer, String> faultsBySpan(Batch batch, List<Integer> spanOfEvent) {
        return batch.errors().stream()
                .collect(Collectors.groupingBy(
                        error -> spanOfEvent.get(error.index()),
                        TreeMap::new,
                        Collectors.mapping(Export::fault, Collectors.joining(", "))));
    }

    private static String fault(ItemError error) {
        return error.field() + " " + error.message();
    }

    int rejected() {
        return faults.number();
    }
}
