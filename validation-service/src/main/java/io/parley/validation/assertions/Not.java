package io.parley.validation.assertions;

/** {@code not}: passes where the other fails, fails where it passes, and tells nothing where it tells nothing. */
record Not(Assertion other) implements Assertion {

    @Override
    public Finding check(Subject subject) {
        return other.check(subject).inverted();
    }
}
