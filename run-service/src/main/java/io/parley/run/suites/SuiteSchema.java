package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import io.parley.contracts.SuiteFormat;
import io.parley.platform.problems.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The suite format's JSON Schema, and every mistake that it finds. Safe for many threads. */
final class SuiteSchema {

    private static final JsonMapper JSON = new JsonMapper();

    private final byte[] source;
    private final Schema schema;

    SuiteSchema() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .errorMessageKeyword(SuiteFormat.MESSAGES)
                .preloadSchema(true)
                .build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
        this.source = bytes();
        this.schema = registry.getSchema(formats(tree(source)));
    }

    private static JsonNode tree(byte[] source) {
        try {
            return JSON.readTree(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** With its sentences as the validator takes them, to which quotes and braces mean something: what stands for the refused key stays. */
    private static JsonNode formats(JsonNode node) {
        node.path(SuiteFormat.MESSAGES)
                .properties()
                .forEach(sentence -> sentence.setValue(
                        TextNode.valueOf(format(sentence.getValue().asText()))));
        node.forEach(SuiteSchema::formats);
        return node;
    }

    private static String format(String sentence) {
        return sentence.replace("'", "''").replaceAll("\\{(?!0})", "'{'");
    }

    private static byte[] bytes() {
        try (InputStream schema = SuiteFormat.schema()) {
            return schema.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The schema itself, JSON in UTF-8. */
    byte[] source() {
        return source.clone();
    }

    /** The schema itself. */
    JsonNode tree() {
        return schema.getSchemaNode();
    }

    /** What the schema refuses. */
    List<FieldError> mistakes(Document document) {
        return schema.validate(document.value()).stream()
                .map(error -> mistake(document, error))
                .toList();
    }

    private static FieldError mistake(Document document, Error error) {
        List<String> path = path(error.getInstanceLocation());
        if (error.getKeyword().equals("additionalProperties")) {
            path.add(error.getProperty());
        }
        return document.mistake(path, error.getMessage());
    }

    private static List<String> path(NodePath location) {
        List<String> path = new ArrayList<>(location.getNameCount() + 1);
        for (int index = 0; index < location.getNameCount(); index++) {
            path.add(location.getName(index));
        }
        return path;
    }
}
