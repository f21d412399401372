package io.parley.validation.assertions;

import java.util.Map;

/** {@code contains}: the expected text is somewhere in the text. */
record Contains(WantedText expected) implements Assertion {

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
