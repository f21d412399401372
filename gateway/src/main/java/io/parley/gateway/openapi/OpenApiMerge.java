package io.parley.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Puts the services' OpenAPI documents together. Where two services give one name to different schemas, the later
 * service's is renamed after it.
 */
final class OpenApiMerge {

    private static final String SCHEMAS = "schemas";
    private static final String REFERENCE = "#/components/" + SCHEMAS + "/";

    private final BiPredicate<String, String> isRouted;
    private final Predicate<String> isPublic;
    private final ObjectNode merged;
    private final ObjectNode paths;
    private final ObjectNode schemas;

    /**
     * Starts with no service.
     *
     * @param isRouted whether the gateway sends a path to a service
     * @param isPublic whether a path needs no credential
     */
    OpenApiMerge(BiPredicate<String, String> isRouted, Predicate<String> isPublic) {
        this.isRouted = isRouted;
        this.isPublic = isPublic;
        this.merged = JsonNodeFactory.instance.objectNode();
        merged.put("openapi", "3.1.0");
        merged.putObject("info").put("title", "Parley").put("version", "v1");
        merged.putArray("servers").addObject().put("url", "/");
        addSecurity();
        this.paths = merged.putObject("paths");
        this.schemas = merged.withObject("/components").putObject(SCHEMAS);
    }

    /** Adds what the gateway shows of a service. */
    void add(OpenApiPart part) {
        Map<String, String> renamed = new HashMap<>();
        part.document().at("/components/" + SCHEMAS).properties().forEach(schema -> {
            JsonNode known = schemas.get(schema.getKey());
            if (known != null && !known.equals(schema.getValue())) {
                renamed.put(schema.getKey(), capitalised(part.service()) + schema.getKey());
            }
        });
        JsonNode document = withReferences(part.document(), renamed);
        document.at("/components/" + SCHEMAS)
                .properties()
                .forEach(schema ->
                        schemas.set(renamed.getOrDefault(schema.getKey(), schema.getKey()), schema.getValue()));
        document.path("paths").properties().stream()
                .filter(path -> isRouted.test(path.getKey(), part.service()))
                .forEach(path -> paths.set(path.getKey(), secured(path.getKey(), path.getValue())));
    }

    /** Says that a service is not in the document, because it did not answer. */
    void addMissing(String service) {
        merged.withArray("/x-missing-services").add(service);
    }

    ObjectNode document() {
        return merged;
    }

    private void addSecurity() {
        merged.withArray("/security").addObject().putArray("accessToken");
        merged.withArray("/security").addObject().putArray("apiKey");
        ObjectNode schemes = merged.putObject("components").putObject("securitySchemes");
        schemes.putObject("accessToken")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        schemes.putObject("apiKey").put("type", "apiKey").put("in", "header").put("name", "X-API-Key");
    }

    /** A service names the scheme it verifies; its clients meet the gateway's. */
    private JsonNode secured(String path, JsonNode item) {
        for (JsonNode operation : item) {
            if (operation instanceof ObjectNode object && object.has("responses")) {
                object.remove("security");
                if (isPublic.test(path)) {
                    object.putArray("security");
                }
            }
        }
        return item;
    }

    private static JsonNode withReferences(JsonNode node, Map<String, String> renamed) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(field -> copy.set(
                            field.getKey(),
                            field.getKey().equals("$ref")
                                    ? reference(field.getValue(), renamed)
                                    : withReferences(field.getValue(), renamed)));
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(withReferences(element, renamed)));
            return copy;
        }
        return node;
    }

    private static JsonNode reference(JsonNode reference, Map<String, String> renamed) {
        String text = reference.asText();
        if (!text.startsWith(REFERENCE)) {
            return reference;
        }
        String name = text.substring(REFERENCE.length());
        return TextNode.valueOf(REFERENCE + renamed.getOrDefault(name, name));
    }

    private static String capitalised(String service) {
        return service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
    }
}
