package io.parley.telemetry.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.parley.contracts.TelemetryEvent;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private static final Batch NONE = new Batch(List.of(), 0, List.of());

    /**
     * Reads {@code {"events": [...]}}; what is no batch of 1 to 1,000 events at all is a 422. Fails as the parser does if the
     * body is no JSON.
     */
    static Batch read(byte[] body, Window window) throws IOException {
        Batch batch = NONE;
        try (JsonParser json = EventReader.JSON.createParser(body)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    boolean ofEvents = json.currentName().equals("events");
                    json.nextToken();
                    batch = ofEvents ? readList(json, window) : batch;
                    json.skipChildren();
                }
            }
        }
        if (batch.isEmpty()) {
            throw noBatch();
        }
        return batch;
    }

    private static Batch readList(JsonParser json, Window window) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return NONE;
        }
        Gathering gathering = new Gathering();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (gathering.index == MAX_EVENTS) {
                throw noBatch();
            }
            gathering.add(EventReader.read(json, window));
        }
        return gathering.batch();
    }

    private static Problem noBatch() {
        return ProblemType.INVALID_INPUT.problem(
                List.of(new FieldError("/events", "must be a list of 1 to " + MAX_EVENTS + " events")));
    }

    /** Tells the valid of any number of events from the others. */
    static Batch of(Iterable<JsonNode> events, Window window) {
        Gathering gathering = new Gathering();
        for (JsonNode event : events) {
            try (JsonParser json = event.traverse()) {
                json.nextToken();
                gathering.add(EventReader.read(json, window));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        return gathering.batch();
    }

    private static final class Gathering {

        private final List<TelemetryEvent> valid = new ArrayList<>();
        private final List<ItemError> errors = new ArrayList<>();
        private int index;

        void add(Reading reading) {
            switch (reading) {
                case Reading.Valid(TelemetryEvent event) -> valid.add(event);
                case Reading.Invalid(List<FieldError> faults) -> errors.addAll(ofItem(index, faults));
            }
            index++;
        }

        Batch batch() {
            return new Batch(valid, index - valid.size(), errors);
        }
    }

    private static List<ItemError> ofItem(int index, List<FieldError> faults) {
        return faults.stream()
                .map(fault -> new ItemError(index, fault.field(), fault.message()))
                .toList();
    }

    private boolean isEmpty() {
        return valid.isEmpty() && rejected == 0;
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
