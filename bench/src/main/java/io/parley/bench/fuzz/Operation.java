package io.parley.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One operation of the API that takes something.
 *
 * @param method in capitals
 * @param path with its parameters in braces
 */
public record Operation(String method, String path, List<Parameter> parameters, Optional<Body> body) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /**
     * A part of the path, of the query, or a header.
     *
     * @param place {@code path}, {@code query} or {@code header}
     */
    record Parameter(String name, String place, boolean required, JsonNode schema) {

        private static Parameter of(JsonNode described) {
            return new Parameter(
                    described.path("name").asText(),
                    described.path("in").asText(),
                    described.path("required").asBoolean(),
                    described.path("schema"));
        }
    }

    /** What a request holds, in one of the media types that it may be in. */
    record Body(String mediaType, JsonNode schema) {}

    /** Every operation of a document that takes a parameter or a body. */
    static List<Operation> all(JsonNode document) {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member -> of(member, path)))
                .filter(operation -> !operation.parameters.isEmpty() || operation.body.isPresent())
                .toList();
    }

    private static Operation of(Map.Entry<String, JsonNode> operation, Map.Entry<String, JsonNode> path) {
        JsonNode described = operation.getValue();
        return new Operation(
                operation.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                Stream.of(path.getValue(), described)
                        .flatMap(level ->
                                StreamSupport.stream(level.path("parameters").spliterator(), false))
                        .map(Parameter::of)
                        .toList(),
                described.at("/requestBody/content").properties().stream()
                        .findFirst()
                        .map(content ->
                                new Body(content.getKey(), content.getValue().path("schema"))));
    }

    /** As people call it. */
    public String name() {
        return method + " " + path;
    }

    /** What it is about: the first part of its path after the version. */
    String subject() {
        String[] parts = path.split("/", -1);
        return parts.length > 3 ? parts[3] : path;
    }
}
