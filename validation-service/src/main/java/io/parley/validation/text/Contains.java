package io.parley.validation.text;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.Map;

/** {@code contains}: the expected text is somewhere in the text. */
public record Contains(WantedText expected) implements Rule {

    public static final AssertionType TYPE = AssertionType.comparingText(
            "contains",
            """
            {
              "title": "The text contains this",
              "$ref": "#/$defs/text",
              "examples": [{"contains": "sunny", "ignore-case": true}]
            }
            """,
            (fields, reading) -> new Contains(WantedText.of(fields.wanted("contains"), fields.ignoreCase())));

    @Override
    public Finding check(Subject subject) {
        Map<String, Object> evidence = Map.of("expected", Quote.plain(expected.text()));
        return expected.isIn(subject)
                ? Finding.of(true, subject.name() + " contains " + Quote.of(expected.text()), evidence)
                : Finding.of(
                        false,
                        subject.name() + " does not contain " + Quote.of(expected.text()) + ": "
                                + Quote.of(subject.text(false)),
                        evidence);
    }
}
