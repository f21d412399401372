package io.parley.telemetry.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.contracts.TelemetryEvent;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of one request, the valid told from the invalid.
 *
 * @param valid in the order they were sent
 * @param rejected how many were not valid
 * @param errors everything that is wrong with those
 */
public record Batch(List<TelemetryEvent> valid, int rejected, List<ItemError> errors) {

    static final int MAX_EVENTS = 1_000;

    /** Reads {@code {"events": [...]}}; what is no batch of 1 to 1,000 events at all is a 422. */
    static Batch read(JsonNode body, Window window) {
        JsonNode events = body.path("events");
        if (!events.isArray() || events.isEmpty() || events.size() > MAX_EVENTS) {
            throw ProblemType.INVALID_INPUT.problem(
                    List.of(new FieldError("/events", "must be a list of 1 to " + MAX_EVENTS + " events")));
        }
        return of(events, window);
    }

    /** Tells the valid of any number of events from the others. */
    static Batch of(Iterable<JsonNode> events, Window window) {
        List<TelemetryEvent> valid = new ArrayList<>();
        List<ItemError> errors = new ArrayList<>();
        int index = 0;
        for (JsonNode event : events) {
            switch (EventReader.read(event, window)) {
                case Reading.Valid(TelemetryEvent taken) -> valid.add(taken);
                case Reading.Invalid(List<FieldError> faults) -> errors.addAll(ofItem(index, faults));
            }
            index++;
        }
        return new Batch(valid, index - valid.size(), errors);
    }

    private static List<ItemError> ofItem(int index, List<FieldError> faults) {
        return faults.stream()
                .map(fault -> new ItemError(index, fault.field(), fault.message()))
                .toList();
    }

    Receipt receipt() {
        return new Receipt(valid.size(), rejected, errors);
    }

    /** How many were not valid, by the field that is wrong first. */
    Map<String, Integer> rejections() {
        Map<Integer, String> firstFields = new HashMap<>();
        errors.forEach(error -> firstFields.putIfAbsent(error.index(), error.field()));
        Map<String, Integer> rejections = new HashMap<>();
        firstFields.values().forEach(field -> rejections.merge(field, 1, Integer::sum));
        return rejections;
    }

    /** The errors as those of the whole request. */
    List<FieldError> fieldErrors() {
        return errors.stream()
                .map(error -> new FieldError("/events/" + error.index() + error.field(), error.message()))
                .toList();
    }
}
