package io.parley.platform.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "none",
            value = {
                "{} | 7 | none",
                "{'type': 'object'} | {} | none",
                "{'type': 'object'} | [] | it array found, object expected",
                "{'required': ['a']} | {'b': 1} | it required property 'a' not found",
                "{'properties': {'a': {'minimum': 3}}} | {'a': 1} | /a must have a minimum value of 3",
                "{'items': {'type': 'integer'}} | [1, 'x'] | /1 string found, integer expected",
                "{'pattern': '^[a-z]+$'} | 'abc' | none",
                "{'pattern': '^[a-z]+$'} | 'ABC' | it does not match the regex pattern ^[a-z]+$",
                "{'$ref': '#/$defs/n', '$defs': {'n': {'type': 'null'}}} | null | none",
                "{'$ref': '#/$defs/n', '$defs': {'n': {'type': 'null'}}} | 1 | it integer found, null expected",
                "{'properties': {'next': {'$ref': '#'}}, 'additionalProperties': false} "
                        + "| {'next': {'next': {'x': 1}}} | /next/next property 'x' is not defined in the schema "
                        + "and the schema does not allow additional properties",
                "{'$schema': 'http://json-schema.org/draft-07/schema#', 'items': [{'type': 'null'}]} | [1] "
                        + "| /0 integer found, null expected",
            })
    void tells_the_first_rule_that_a_document_breaks(String schema, String document, String violation) {
        assertThat(violation(schema, document)).isEqualTo(Optional.ofNullable(violation));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 5}",
                "{'type': 'text'}",
                "{'minLength': 'x'}",
                "{'properties': []}",
                "{'pattern': '('}",
                "{'pattern': '(?=x)'}",
                "{'patternProperties': {'(': {}}}",
                "{'$ref': '#/$defs/nowhere'}",
                "{'$ref': 'https://example.com/schema.json'}",
                "{'$ref': 'file:/etc/hostname'}",
                "{'$ref': 'classpath:application.properties'}",
                "{'$schema': 'https://example.com/schema.json'}",
            })
    void what_is_no_schema_or_refers_outside_itself_is_refused(String schema) {
        assertThatThrownBy(() -> JsonRules.compile(json(schema)))
                .isInstanceOf(InvalidExpression.class)
                .hasMessageStartingWith("is no ");
    }

    @Test
    void two_schemas_with_the_same_id_are_two_schemas() {
        assertThat(violation("{'$id': 'https://example.com/a', 'type': 'string'}", "'x'"))
                .isEmpty();

        assertThat(violation("{'$id': 'https://example.com/a', 'type': 'integer'}", "'x'"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'$ref': '#'}", "{'allOf': [{'$ref': '#'}]}", "{'not': {'$ref': '#'}}"})
    @Timeout(10)
    void a_schema_that_only_refers_to_itself_is_given_up(String schema) {
        assertThatExceptionOfType(TooCostly.class).isThrownBy(() -> violation(schema, "1"));
    }

    @Test
    @Timeout(30)
    void a_schema_whose_references_multiply_is_given_up() {
        String doubling = IntStream.range(0, 30)
                .mapToObj(i -> "'a%d': {'allOf': [{'$ref': '#/$defs/a%d'}, {'$ref': '#/$defs/a%d'}]}"
                        .formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(","));

        assertThatExceptionOfType(TooCostly.class)
                .isThrownBy(() -> violation("{'$ref': '#/$defs/a0', '$defs': {" + doubling + ", 'a30': {}}}", "1"));
    }

    @Test
    void a_schema_of_too_many_parts_or_levels_is_refused() {
        String wide = "{'enum': [" + "1,".repeat(10_000) + "2]}";
        String deep = "{'not': ".repeat(100) + "{}" + "}".repeat(100);

        assertThatThrownBy(() -> JsonRules.compile(json(wide))).hasMessageContaining("too large");
        assertThatThrownBy(() -> JsonRules.compile(json(deep))).hasMessageContaining("too large");
    }

    @Test
    @Timeout(10)
    void a_list_of_a_mebibyte_is_affordable() {
        assertThat(violation("{'items': {'type': 'integer', 'minimum': 0}}", "[" + "1,".repeat(1 << 19) + "-1]"))
                .hasValueSatisfying(violation -> assertThat(violation).startsWith("/" + (1 << 19)));
    }

    private static Optional<String> violation(String schema, String document) {
        return JsonRules.compile(json(schema)).violation(json(document), Effort.ofOneExecution());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
