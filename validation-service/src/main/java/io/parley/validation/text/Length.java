package io.parley.validation.text;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Range;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;

/** {@code length}: the text has so many characters, which are Unicode code points. */
public record Length(Range expected) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("length", """
            {
              "title": "How many characters the text has",
              "description": "Unicode code points, white space included.",
              "$ref": "#/$defs/range",
              "examples": [{"length": {"max": 280}}]
            }
            """, (fields, reading) -> new Length(Range.of(fields.fields("length"))));

    @Override
    public Finding check(Subject subject) {
        String text = subject.text(false);
        int length = text.codePointCount(0, text.length());
        return expected.finding(
                length, subject.name() + " has " + length + (length == 1 ? " character" : " characters"));
    }
}
