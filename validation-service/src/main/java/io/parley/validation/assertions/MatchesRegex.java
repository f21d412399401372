package io.parley.validation.assertions;

import io.parley.platform.expressions.Regex;
import java.util.Map;

/** {@code regex}: some part of the text matches the pattern. */
record MatchesRegex(String pattern, Regex regex) implements Assertion {

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
