package io.parley.validation.structure;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.Map;

/**
 * {@code is-html}: the whole answer is HTML, a document or a part of one: at least one element, no words outside of elements, only
 * elements that HTML has (or custom ones, which have a hyphen, and those inside svg and math), and every element closed that must be
 * closed. Attributes are not looked at. This is stricter than a browser, which makes a page of any text, and looser than a validator.
 */
public record IsHtml() implements Rule {

    public static final AssertionType TYPE = AssertionType.of("is-html", """
            {
              "title": "The answer is HTML",
              "description": "Elements that HTML has, closed where they must be, and no words outside of them. For the opposite write {not: {is-html: true}}.",
              "const": true,
              "x-messages": {"const": "must be true; for the opposite put it under not"},
              "examples": [{"is-html": true}]
            }
            """, (fields, reading) -> {
        fields.requireTrue("is-html");
        return new IsHtml();
    });

    @Override
    public Finding check(Subject subject) {
        return Html.mistake(subject.jsonText(), subject.effort())
                .map(mistake -> Finding.of(
                        false,
                        subject.jsonName() + " is not HTML, " + mistake + ": " + Quote.of(subject.jsonText()),
                        Map.of("mistake", mistake)))
                .orElseGet(() -> Finding.of(true, subject.jsonName() + " is HTML", Map.of()));
    }
}
