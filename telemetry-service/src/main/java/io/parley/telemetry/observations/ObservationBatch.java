package io.parley.telemetry.observations;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The observations of one request, the valid told from the invalid.
 *
 * @param valid in the order they were sent
 * @param rejected how many were not valid
 * @param errors everything that is wrong with those
 */
record ObservationBatch(List<OutsideObservation> valid, int rejected, List<ItemError> errors) {

    private static final int MOST = 1_000;

    /** The items of {@code {"observations": [...]}}; what is no batch of 1 to 1,000 observations at all is a 422. */
    static JsonNode items(JsonNode body) {
        JsonNode items = body.path("observations");
        if (!items.isArray() || items.isEmpty() || items.size() > MOST) {
            throw ProblemType.INVALID_INPUT.problem(
                    List.of(new FieldError("/observations", "must be a list of 1 to " + MOST + " observations")));
        }
        return items;
    }

    /** The texts that stand where items name their skills; one with U+0000 is the name of none, and the database takes none. */
    static Set<String> skills(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("skill").asText())
                .filter(skill -> skill.indexOf('\0') < 0)
                .collect(Collectors.toSet());
    }

    static ObservationBatch read(JsonNode items, Set<String> skills, Instant newest) {
        List<OutsideObservation> valid = new ArrayList<>();
        List<ItemError> errors = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            ObservationReader reader = new ObservationReader(items.get(index), skills, newest);
            reader.read().ifPresent(valid::add);
            for (FieldError fault : reader.errors()) {
                errors.add(new ItemError(index, fault.field(), fault.message()));
            }
        }
        return new ObservationBatch(valid, items.size() - valid.size(), errors);
    }

    Receipt receipt() {
        return new Receipt(valid.size(), rejected, errors);
    }

    /** Fails with the errors as those of the whole request, if nothing is valid. */
    ObservationBatch orThrow() {
        if (valid.isEmpty()) {
            throw ProblemType.INVALID_INPUT.problem(errors.stream()
                    .map(error -> new FieldError("/observations/" + error.index() + error.field(), error.message()))
                    .toList());
        }
        return this;
    }
}
