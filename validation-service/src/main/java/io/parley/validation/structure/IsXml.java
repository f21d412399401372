package io.parley.validation.structure;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.Map;

/**
 * {@code is-xml}: the whole answer is one well-formed XML 1.0 document without a DOCTYPE. Nothing outside it is ever read, and no
 * entity is ever expanded, except the five that XML has itself.
 */
public record IsXml() implements Rule {

    public static final AssertionType TYPE = AssertionType.of("is-xml", """
            {
              "title": "The answer is XML",
              "description": "One well-formed document without a DOCTYPE, with nothing before or after it. For the opposite write {not: {is-xml: true}}.",
              "const": true,
              "x-messages": {"const": "must be true; for the opposite put it under not"},
              "examples": [{"is-xml": true}]
            }
            """, (fields, reading) -> {
        fields.requireTrue("is-xml");
        return new IsXml();
    });

    @Override
    public Finding check(Subject subject) {
        return WellFormed.mistake(subject.jsonText(), subject.effort())
                .map(mistake -> Finding.of(
                        false,
                        subject.jsonName() + " is not XML, " + mistake + ": " + Quote.of(subject.jsonText()),
                        Map.of("mistake", mistake)))
                .orElseGet(() -> Finding.of(true, subject.jsonName() + " is XML", Map.of()));
    }
}
