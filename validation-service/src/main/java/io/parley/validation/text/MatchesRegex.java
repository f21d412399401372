package io.parley.validation.text;

import io.parley.platform.expressions.Regex;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Reading;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.Map;

/** {@code regex}: some part of the text matches the pattern. */
public record MatchesRegex(String pattern, Regex regex) implements Rule {

    public static final AssertionType TYPE = AssertionType.comparingText(
            "regex", """
            {
              "title": "The text matches this pattern somewhere",
              "description": "RE2 syntax: no backreferences, no look-around. ^ and $ anchor it to the whole text.",
              "type": "string",
              "minLength": 1,
              "maxLength": 1000,
              "x-compile": "regex",
              "examples": [{"regex": "[0-9]+ degrees"}]
            }
            """, (fields, reading) -> of(fields.wanted("regex"), fields.ignoreCase(), reading));

    private static MatchesRegex of(String pattern, boolean ignoreCase, Reading reading) {
        return new MatchesRegex(pattern, reading.regex(pattern, ignoreCase));
    }

    @Override
    public Finding check(Subject subject) {
        return regex.find(subject.text(false), subject.effort())
                .map(match -> match(subject, match))
                .orElseGet(() -> none(subject));
    }

    private Finding match(Subject subject, String match) {
        return Finding.of(
                true,
                subject.name() + " matches " + Quote.of(pattern) + " with " + Quote.of(match),
                Map.of("pattern", Quote.plain(pattern), "found", Quote.plain(match)));
    }

    private Finding none(Subject subject) {
        return Finding.of(
                false,
                subject.name() + " does not match " + Quote.of(pattern) + ": " + Quote.of(subject.text(false)),
                Map.of("pattern", Quote.plain(pattern)));
    }
}
