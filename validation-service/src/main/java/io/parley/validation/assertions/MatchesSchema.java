package io.parley.validation.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.platform.expressions.JsonRules;
import java.util.Map;

/** {@code json-schema}: the answer is JSON that the schema accepts. */
record MatchesSchema(JsonRules rules) implements Assertion {

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
