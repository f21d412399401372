package io.parley.validation.structure;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.platform.expressions.JsonRules;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.Map;

/** {@code json-schema}: the answer is JSON that the schema accepts. */
public record MatchesSchema(JsonRules rules) implements Rule {

    public static final AssertionType TYPE = AssertionType.of(
            "json-schema",
            """
            {
              "title": "The answer is JSON that this JSON Schema accepts",
              "description": "In place; draft 2020-12 unless $schema names an older one. References stay inside it, patterns are RE2.",
              "type": "object",
              "x-compile": "json-schema",
              "examples": [{"json-schema": {"type": "object"}}]
            }
            """,
            (fields, reading) -> new MatchesSchema(
                    reading.schema(reading.json(fields.fields("json-schema").values()))));

    @Override
    public Finding check(Subject subject) {
        return subject.json().map(document -> check(subject, document)).orElseGet(() -> IsJson.no(subject));
    }

    private Finding check(Subject subject, JsonNode document) {
        return rules.violation(document, subject.effort())
                .map(violation -> broken(subject, violation))
                .orElseGet(() -> Finding.of(true, subject.jsonName() + " follows the schema", Map.of()));
    }

    private static Finding broken(Subject subject, String violation) {
        return Finding.of(
                false,
                subject.jsonName() + " breaks the schema, " + Quote.plain(violation) + ": "
                        + Quote.of(subject.jsonText()),
                Map.of("violation", Quote.plain(violation)));
    }
}
