package io.parley.validation.assertions;

import java.util.Map;

/** {@code is-json}: the whole answer is one JSON value. */
record IsJson() implements Assertion {

    @Override
    public Finding check(Subject subject) {
        return subject.json().isPresent() ? Finding.of(true, subject.jsonName() + " is JSON", Map.of()) : no(subject);
    }

    /** What every assertion about JSON says of an answer that is none. */
    static Finding no(Subject subject) {
        return Finding.of(false, subject.jsonName() + " is not JSON: " + Quote.of(subject.jsonText()), Map.of());
    }
}
