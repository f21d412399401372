package io.parley.auth.passkeys;

/** What a browser brought of a key is not what it must be; the message says why, of "it". */
final class UnbelievableKey extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnbelievableKey(String message) {
        super(message, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
