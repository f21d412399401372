package io.parley.validation.structure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.parley.platform.expressions.JsonRules;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Reading;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code contains-json}: some part of the text is an object of JSON.
 *
 * @param rules that one of them must follow; null for any
 */
public record ContainsJson(@Nullable JsonRules rules) implements Rule {

    public static final AssertionType TYPE = AssertionType.of("contains-json", """
            {
              "title": "The text contains an object of JSON",
              "description": "Whatever stands around it; with a schema, one that the JSON Schema accepts.",
              "type": ["boolean", "object"],
              "not": {"const": false},
              "required": ["schema"],
              "additionalProperties": false,
              "x-messages": {
                "type": "must be true or a map such as {schema: {required: [city]}}",
                "not": "must be true or a map; for the opposite put it under not",
                "additionalProperties": "unknown key {0}; known is schema"
              },
              "properties": {"schema": {"title": "A JSON Schema", "type": "object", "additionalProperties": true, "x-compile": "json-schema"}},
              "examples": [{"contains-json": true}, {"contains-json": {"schema": {"required": ["city"]}}}]
            }
            """, ContainsJson::of);

    private static final String KEY = "contains-json";
    private static final String SCHEMA = "schema";

    /** Deeper objects are beyond what a JSON Schema is followed on a thread's stack. */
    private static final int DEEPEST = 200;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    private static ContainsJson of(Fields fields, Reading reading) {
        if (!(fields.value(KEY) instanceof Map<?, ?>)) {
            fields.requireTrue(KEY);
            return new ContainsJson(null);
        }
        Fields options = fields.fields(KEY);
        options.allowOnly(Set.of(SCHEMA));
        return new ContainsJson(
                reading.schema(reading.json(options.fields(SCHEMA).values())));
    }

    @Override
    public Finding check(Subject subject) {
        String text = subject.text(false);
        char[] characters = text.toCharArray();
        int at = text.indexOf('{');
        while (at >= 0) {
            Found found = Found.at(characters, at);
            subject.effort().spend(found.end() - at);
            if (found.value() != null && accepts(found.value(), subject)) {
                String part = text.substring(at, found.end());
                return Finding.of(
                        true, subject.name() + " contains JSON: " + Quote.of(part), Map.of("found", Quote.plain(part)));
            }
            at = text.indexOf('{', found.value() == null ? at + 1 : found.end());
        }
        String wanted = rules == null ? "" : " that follows the schema";
        return Finding.of(false, subject.name() + " contains no JSON" + wanted + ": " + Quote.of(text), Map.of());
    }

    private boolean accepts(JsonNode value, Subject subject) {
        return rules == null || rules.violation(value, subject.effort()).isEmpty();
    }

    /**
     * What begins at a brace.
     *
     * @param value the object, or null if none begins there
     * @param end behind the last character that was looked at
     */
    private record Found(@Nullable JsonNode value, int end) {

        static Found at(char[] text, int start) {
            int looked = 1;
            try (JsonParser parser = JSON.getFactory().createParser(text, start, text.length - start)) {
                try {
                    JsonNode value = JSON.readTree(parser);
                    return new Found(value, start + offset(parser));
                } catch (JsonProcessingException none) {
                    looked = Math.max(1, offset(parser));
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return new Found(null, start + looked);
        }

        private static int offset(JsonParser parser) {
            return (int) parser.currentLocation().getCharOffset();
        }
    }
}
