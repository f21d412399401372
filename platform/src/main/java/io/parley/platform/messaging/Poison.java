package io.parley.platform.messaging;

/** The message itself is at fault: no further delivery can succeed, it belongs to the dead letters. */
public final class Poison extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Poison(String reason) {
        super(reason, null, false, false);
    }
}
