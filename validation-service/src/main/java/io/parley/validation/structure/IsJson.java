package io.parley.validation.structure;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.Map;

/** {@code is-json}: the whole answer is one JSON value. */
public record IsJson() implements Rule {

    public static final AssertionType TYPE = AssertionType.of("is-json", """
            {
              "title": "The answer is JSON",
              "description": "Any JSON value, with nothing before or after it. For the opposite write {not: {is-json: true}}.",
              "const": true,
              "x-messages": {"const": "must be true; for the opposite put it under not"},
              "examples": [{"is-json": true}]
            }
            """, (fields, reading) -> {
        fields.requireTrue("is-json");
        return new IsJson();
    });

    @Override
    public Finding check(Subject subject) {
        return subject.json().isPresent() ? Finding.of(true, subject.jsonName() + " is JSON", Map.of()) : no(subject);
    }

    /** What every assertion about JSON says of an answer that is none. */
    static Finding no(Subject subject) {
        return Finding.of(false, subject.jsonName() + " is not JSON: " + Quote.of(subject.jsonText()), Map.of());
    }
}
