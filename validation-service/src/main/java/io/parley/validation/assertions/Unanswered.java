package io.parley.validation.assertions;

/** What an assertion needs to know could not be found out, for this reason. */
final class Unanswered extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unanswered(String reason) {
        super(reason, null, false, false);
    }
}
