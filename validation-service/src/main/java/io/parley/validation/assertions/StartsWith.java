package io.parley.validation.assertions;

import java.util.Map;

/** {@code starts-with}: the text begins with the expected one. */
record StartsWith(WantedText expected) implements Assertion {

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
