package io.parley.backing;

/** A server could not be had or started; the message is one sentence for the person at the terminal, saying what to do. */
public final class BackingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BackingException(String message) {
        super(message);
    }

    public BackingException(String message, Throwable cause) {
        super(message, cause);
    }
}
