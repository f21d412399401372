package io.parley.validation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.testing.Checking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The suite's JSON Schema and what this service can score are the same. */
class SuiteSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILE =
            Path.of("..", "contracts", "src", "main", "resources", "io", "parley", "contracts", "suite-v1.schema.json");
    private static final JsonNode SUITE = suiteSchema();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SUITE);

    /** What the types say is in the schema only by this: nobody edits those parts by hand. */
    @Test
    void the_parts_of_the_schema_that_the_types_decide_are_what_the_types_say() throws IOException {
        String written = Files.readString(FILE);
        String made = SuiteSchemaSource.of(written);

        if ("write".equals(System.getProperty("parley.golden"))) {
            Files.writeString(FILE, made);
        } else {
            assertThat(made)
                    .as("write the schema anew: ./mvnw test -pl validation-service -am -Dtest=SuiteSchemaTest"
                            + " -Dsurefire.failIfNoSpecifiedTests=false -Dparley.golden=write")
                    .isEqualTo(written);
        }
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
                "{'word-count': 5}",
                "{'word-count': {}}",
                "{'word-count': {'min': 1, 'exact': 2}}",
                "{'length': {'most': 3}}",
                "{'length': {'min': -1}}",
                "{'refusal': false}",
                "{'is-xml': 'yes'}",
                "{'is-html': false}",
                "{'is-sql': false}",
                "{'is-sql': {}}",
                "{'is-sql': {'statements': []}}",
                "{'is-sql': {'statements': ['drop']}}",
                "{'is-sql': {'tables': ['a']}}",
                "{'levenshtein': {'to': 'a'}}",
                "{'levenshtein': {'to': 'a', 'at-most': 1, 'at-least': 1}}",
                "{'levenshtein': {'to': '', 'at-most': 1}}",
                "{'bleu': {'to': [], 'at-least': 1}}",
                "{'bleu': {'to': 'a', 'at-least': 1.1}}",
                "{'gleu': {'to': 'a'}}",
                "{'meteor': {'to': 'a', 'at-least': 1}, 'ignore-case': true}",
                "{'f1': {'to': 7, 'at-least': 1}}",
                "{'rouge-n': {'to': 'a', 'at-least': 1, 'n': 0}}",
                "{'rouge-n': {'to': 'a', 'at-least': 1, 'measure': 'f2'}}",
                "{'wer': {'to': 'a', 'at-most': -1}}",
                "{'intent': ''}",
                "{'confidence': {'at-least': 'high'}}",
                "{'tool-called': {}}",
                "{'tool-called': {'name': 'f', 'args': []}}",
                "{'tool-sequence': {'names': []}}",
                "{'tool-args': {'name': 'f'}}",
                "{'tool-call-f1': {'names': ['f'], 'at-least': 2}}",
                "{'step-count': {}}",
                "{'buttons': {}}",
                "{'cards': {'exactly': 'x'}}",
                "{'media': {'count': 1}}",
                "{'cost': {'at-most': -1}}",
                "{'tokens': {'at-most': 1, 'of': 'all'}}",
                "{'finish-reason': 7}",
                "{'turns': 3}",
                "{'human': true}",
                "{'all': []}",
                "{'any': ['x']}",
                "{'all': [{'contain': 'x'}]}",
                "{'weighted': {'threshold': 1}}",
                "{'weighted': {'threshold': 2, 'of': [{'contains': 'x'}]}}",
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

    /** As the types make it, so that one that was not written yet fails one test and not all of them. */
    private static JsonNode suiteSchema() {
        try {
            return JSON.readTree(SuiteSchemaSource.of(Files.readString(FILE)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
