package io.parley.cli.api;

import org.jspecify.annotations.Nullable;

/** Why a call to the platform did not give what was asked for; the message is written for people. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private ApiException(String message, int status, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    static ApiException refused(int status, String message) {
        return new ApiException(message, status, null);
    }

    static ApiException unreachable(String message, Throwable cause) {
        return new ApiException(message, 0, cause);
    }

    /** The HTTP status of the answer, or 0 when there was none. */
    public int status() {
        return status;
    }
}
