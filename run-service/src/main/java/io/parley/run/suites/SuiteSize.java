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
    private final SuiteData data;
    private final Map<String, Integer> parts = new HashMap<>();

    /** Of the models, which go with every case. */
    private final int models;

    SuiteSize(JsonNode suite, SuiteData data) {
        this.suite = suite;
        this.data = data;
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
        int index = 0;
        for (JsonNode written : suite.path("cases")) {
            CaseRows rows = data.rows(index++);
            double combinations = combinations(written.path("vars"));
            int size = sizeWithoutData(written) + sizeOfParts(written.path("turns")) + models;
            if (size + rows.largest() > MAX_CASE_BYTES) {
                return Optional.of("hold a case of %d KiB; a case has at most %d"
                        .formatted((size + rows.largest()) >> 10, MAX_CASE_BYTES >> 10));
            }
            executions += combinations * rows.rows().size() * repeat(written);
            bytes += combinations * (rows.size() + (double) rows.rows().size() * size);
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

    private static int sizeWithoutData(JsonNode written) {
        int data =
                written.path("data").isArray() ? written.get("data").toString().length() : 0;
        return written.toString().length() - data;
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
