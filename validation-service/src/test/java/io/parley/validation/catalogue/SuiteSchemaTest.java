package io.parley.validation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parley.contracts.SuiteFormat;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.testing.Checking;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The suite's JSON Schema and what this service can score are the same. */
class SuiteSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OPTIONS = Set.of("ignore-case", "weight");
    private static final JsonNode SUITE = suiteSchema();
    private static final JsonNode ASSERTION = SUITE.at("/$defs/assertion");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SUITE);

    @Test
    void every_assertion_of_the_schema_can_be_scored_and_the_reverse() {
        List<String> scored = Catalogue.TYPES.stream().map(AssertionType::key).toList();

        assertThat(keys(ASSERTION.path("properties")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(scored.stream(), OPTIONS.stream()).toList());
    }

    @Test
    void the_lists_of_assertions_inside_the_schema_are_the_same() {
        JsonNode one = SUITE.at("/$defs/one-assertion");
        List<String> scored = Catalogue.TYPES.stream().map(AssertionType::key).toList();
        JsonNode alternatives = one.at("/if/anyOf/1/oneOf");
        JsonNode known = one.at("/if/anyOf/2/not/propertyNames/enum");

        assertThat(stream(alternatives)
                        .map(alternative -> alternative.at("/required/0").asText()))
                .containsExactlyElementsOf(scored);
        assertThat(stream(known).map(JsonNode::asText))
                .containsExactlyElementsOf(Stream.concat(scored.stream(), Stream.of("ignore-case", "weight"))
                        .toList());
        assertThat(one.at("/else/x-messages/not").asText()).endsWith(sentence(scored));
        assertThat(ASSERTION.at("/x-messages/additionalProperties").asText()).contains(sentence(scored));
    }

    @Test
    void ignore_case_belongs_to_the_same_assertions() {
        Set<String> refused = Set.copyOf(keys(ASSERTION.path("dependentSchemas")));

        assertThat(Catalogue.TYPES.stream().filter(type -> !type.comparesText()).map(AssertionType::key))
                .containsExactlyInAnyOrderElementsOf(refused);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_of_every_assertion_passes_the_schema_and_is_read(String example) {
        assertThat(SCHEMA.validate(suiteWith(example))).isEmpty();
        assertThat(example).contains('"' + Checking.read(example).type() + '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'contain': 'x'}",
                "{'contains': 'x', 'equals': 'x'}",
                "{'contains': 'x', 'ignorecase': true}",
                "{'contains': 'x', 'ignore-case': 1}",
                "{'contains': 'x', 'weight': 0}",
                "{'contains': 7}",
                "{'contains': ''}",
                "{'starts-with': ''}",
                "{'contains-any': 'x'}",
                "{'contains-any': []}",
                "{'contains-all': ['x', '']}",
                "{'regex': ''}",
                "{'is-json': false}",
                "{'is-json': true, 'ignore-case': true}",
                "{'json-path': '$.a'}",
                "{'json-path': {}}",
                "{'json-path': {'path': 'a'}}",
                "{'json-path': {'path': '$.a', 'is': 1}}",
                "{'json-path': {'path': '$.a', 'count': -1}}",
                "{'json-path': {'path': '$.a', 'count': 1, 'exists': true}}",
                "{'json-schema': []}",
                "{'latency': '1s'}",
                "{'latency': {'at-most': '1 s'}}",
                "{'latency': {'at-most': '0s'}}",
                "{'latency': {'at-most': '1s', 'of': 'all'}}",
                "{'not': {'contain': 'x'}}",
                "{'not': {'not': {'contains': 'x'}}}",
                "{'not': {'contains': 'x', 'weight': 2}}",
            })
    void what_the_service_cannot_read_the_schema_refuses_too(String assertion) {
        assertThat(SCHEMA.validate(suiteWith(assertion))).isNotEmpty();
    }

    @Test
    void nothing_unknown_is_allowed_anywhere() {
        List<JsonNode> open = objects(SUITE).stream()
                .filter(object -> !object.has("additionalProperties"))
                .toList();

        assertThat(objects(SUITE)).hasSizeGreaterThan(8);
        assertThat(open.stream().map(object -> object.path("title").asText()))
                .containsExactly("The answer is JSON that this JSON Schema accepts");
    }

    @Test
    void every_message_about_an_unknown_key_names_the_known_ones() {
        for (JsonNode object : objects(SUITE)) {
            String message = object.at("/x-messages/additionalProperties").asText("{0}");

            assertThat(message).contains("{0}");
            assertThat(keys(object.path("properties")))
                    .allSatisfy(key -> assertThat(message).containsPattern("[ ,]" + key + "\\b"));
        }
    }

    private static List<String> examples() {
        return Catalogue.TYPES.stream().map(SuiteSchemaTest::example).toList();
    }

    private static String example(AssertionType type) {
        try {
            return JSON.readTree(type.schema()).at("/examples/0").toString();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static JsonNode suiteWith(String assertion) {
        try {
            return JSON.readTree("""
                    {"parley": 1, "name": "suite", "cases": [
                      {"name": "case", "turns": [{"user": "hi", "expect": [%s]}]}]}""".formatted(assertion.replace('\'', '"')));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static String sentence(List<String> keys) {
        return String.join(", ", keys.subList(0, keys.size() - 1)) + " and " + keys.getLast();
    }

    /** Every part of the schema that describes an object of its own. */
    private static List<JsonNode> objects(JsonNode node) {
        Stream<JsonNode> inside = stream(node).flatMap(child -> objects(child).stream());
        return node.path("type").asText().equals("object") && node.has("title")
                ? Stream.concat(Stream.of(node), inside).toList()
                : inside.toList();
    }

    private static List<String> keys(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static JsonNode suiteSchema() {
        try (InputStream schema = SuiteFormat.schema()) {
            return JSON.readTree(schema);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
