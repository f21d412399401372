package io.parley.cli.api;

import org.jspecify.annotations.Nullable;

/** Why a call to the platform did not give what was asked for; the message is written for people. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String code;

    private ApiException(String message, int status, @Nullable String code, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
    }

    /** @param code of the problem that the answer tells; null if it tells none */
    static ApiException refused(int status, @Nullable String code, String message) {
        return new ApiException(message, status, code, null);
    }

    static ApiException unreachable(String message, Throwable cause) {
        return new ApiException(message, 0, null, cause);
    }

    /** The HTTP status of the answer, or 0 when there was none. */
    public int status() {
        return status;
    }

    /** Whether the platform will not do what was asked, which says nothing about what else it is asked. */
    public boolean isRefusal() {
        return status / 100 == 4;
    }

    /** Whether the answer tells this problem. */
    public boolean isAbout(String problem) {
        return problem.equals(code);
    }
}
