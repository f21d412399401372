package io.parley.validation.models;

/** There is no such model to ask, for this reason. */
public final class NoModel extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoModel(String reason) {
        super(reason, null, false, false);
    }

    /** Ends a sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
