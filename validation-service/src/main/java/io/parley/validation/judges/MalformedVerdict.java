package io.parley.validation.judges;

/** A judge's reply that is no verdict; the message says what is wrong with it. */
final class MalformedVerdict extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedVerdict(String problem) {
        super(problem, null, false, false);
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
