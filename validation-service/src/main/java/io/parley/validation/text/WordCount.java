package io.parley.validation.text;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Range;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;

/** {@code word-count}: the text has so many words, which are what stands between white space. */
public record WordCount(Range expected) implements Rule {

    public static final AssertionType TYPE = AssertionType.of(
            "word-count", """
            {
              "title": "How many words the text has",
              "description": "Words are what stands between white space.",
              "$ref": "#/$defs/range",
              "examples": [{"word-count": {"min": 3, "max": 40}}]
            }
            """, (fields, reading) -> new WordCount(Range.of(fields.fields("word-count"))));

    @Override
    public Finding check(Subject subject) {
        int words = words(subject.text(false));
        return expected.finding(words, subject.name() + " has " + words + (words == 1 ? " word" : " words"));
    }

    private static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean letter = !Character.isWhitespace(character) && !Character.isSpaceChar(character);
            words += letter && !inside ? 1 : 0;
            inside = letter;
        }
        return words;
    }
}
