package io.parley.validation.assertions;

/** An assertion that nobody can check. Import refuses these; what a template renders to can still be one. */
public final class MalformedAssertion extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MalformedAssertion(String reason) {
        super(reason, null, false, false);
    }
}
