package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How much a suite multiplies to, told before anything is multiplied. Values of a wrong type count as one. */
final class SuiteSize {

    static final long MAX_EXECUTIONS = 100_000;
    static final long MAX_BYTES = 256L << 20;
    static final int MAX_CASE_BYTES = 256 << 10;

    private final JsonNode suite;
    private final Map<String, Integer> parts = new HashMap<>();

    /** Of the models, which go with every case. */
    private final int models;

    SuiteSize(JsonNode suite) {
        this.suite = suite;
        this.models = suite.path("models").toString().length();
        suite.path("parts")
                .properties()
                .forEach(part ->
                        parts.put(part.getKey(), part.getValue().toString().length()));
    }

    /** What is too much, if anything is. */
    Optional<String> complaint() {
        double executions = 0;
        double bytes = 0;
        for (JsonNode written : suite.path("cases")) {
            double combinations = combinations(written.path("vars"));
            int size = written.toString().length() + sizeOfParts(written.path("turns")) + models;
            if (size > MAX_CASE_BYTES) {
                return Optional.of(
                        "hold a case of %d KiB; a case has at most %d".formatted(size >> 10, MAX_CASE_BYTES >> 10));
            }
            executions += combinations * repeat(written);
            bytes += combinations * size;
        }
        if (executions > MAX_EXECUTIONS) {
            return Optional.of(
                    "multiply to %.0f executions; a suite has at most %d".formatted(executions, MAX_EXECUTIONS));
        }
        return bytes > MAX_BYTES
                ? Optional.of(
                        "multiply to %.0f MiB; a suite has at most %d".formatted(bytes / (1 << 20), MAX_BYTES >> 20))
                : Optional.empty();
    }

    private int sizeOfParts(JsonNode turns) {
        int size = 0;
        for (JsonNode turn : turns) {
            size += parts.getOrDefault(turn.path("include").asText(), 0);
        }
        return size;
    }

    private static double combinations(JsonNode vars) {
        double combinations = 1;
        for (JsonNode value : vars) {
            combinations *= value.isArray() ? Math.max(1, value.size()) : 1;
        }
        return combinations;
    }

    private int repeat(JsonNode written) {
        return written.path("repeat")
                .asInt(suite.path("defaults").path("repeat").asInt(1));
    }
}
