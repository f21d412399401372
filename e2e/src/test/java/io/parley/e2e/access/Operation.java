package io.parley.e2e.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.e2e.api.Api;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One operation of the API as its own description has it.
 *
 * @param method in capitals
 * @param path with its parameters in braces
 * @param mediaType of its body; one without a body has the usual one
 */
record Operation(String method, String path, String mediaType) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "options", "head");
    private static final String USUAL = "application/json";

    /** Every operation of every service. */
    static List<Operation> all(Api api) {
        JsonNode document = api.get("/api/v1/openapi.json").expect(200).json();
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member -> of(member.getKey(), path.getKey(), member.getValue())))
                .toList();
    }

    private static Operation of(String method, String path, JsonNode description) {
        var mediaTypes = description.at("/requestBody/content").fieldNames();
        return new Operation(method.toUpperCase(Locale.ROOT), path, mediaTypes.hasNext() ? mediaTypes.next() : USUAL);
    }

    /** As the table calls it. */
    String name() {
        return method + " " + path;
    }

    /** Whether it is one that usually has a body. */
    boolean takesBody() {
        return !method.equals("GET") && !method.equals("DELETE");
    }
}
