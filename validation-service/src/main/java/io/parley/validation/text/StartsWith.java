package io.parley.validation.text;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.Map;

/** {@code starts-with}: the text begins with the expected one. */
public record StartsWith(WantedText expected) implements Rule {

    public static final AssertionType TYPE = AssertionType.comparingText(
            "starts-with",
            """
            {
              "title": "The text starts with this",
              "$ref": "#/$defs/text",
              "examples": [{"starts-with": "Hello"}]
            }
            """,
            (fields, reading) -> new StartsWith(WantedText.of(fields.wanted("starts-with"), fields.ignoreCase())));

    @Override
    public Finding check(Subject subject) {
        Map<String, Object> evidence = Map.of("expected", Quote.plain(expected.text()));
        return expected.opens(subject)
                ? Finding.of(true, subject.name() + " starts with " + Quote.of(expected.text()), evidence)
                : Finding.of(
                        false,
                        subject.name() + " does not start with " + Quote.of(expected.text()) + ": "
                                + Quote.of(subject.text(false)),
                        evidence);
    }
}
