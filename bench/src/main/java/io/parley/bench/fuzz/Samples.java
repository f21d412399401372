package io.parley.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Good bodies of operations whose schema says too little to make one. A sample that is a text is sent as that text. */
final class Samples {

    private final JsonNode byOperation;

    private Samples(JsonNode byOperation) {
        this.byOperation = byOperation;
    }

    static Samples read() {
        try (InputStream file = Samples.class.getResourceAsStream("samples.json")) {
            return new Samples(new ObjectMapper().readTree(Objects.requireNonNull(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Optional<JsonNode> of(Operation operation, Dice dice) {
        List<JsonNode> samples = StreamSupport.stream(
                        byOperation.path(operation.name()).spliterator(), false)
                .toList();
        return samples.isEmpty() ? Optional.empty() : Optional.of(dice.pick(samples));
    }
}
