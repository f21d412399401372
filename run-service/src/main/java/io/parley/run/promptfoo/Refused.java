package io.parley.run.promptfoo;

/** A mistake at a place of a file. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Piece at;

    Refused(Piece at, String message) {
        super(message, null, false, false);
        this.at = at;
    }

    Piece at() {
        return at;
    }
}
