package io.parley.platform.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with the problem it carries. Thrown by domain code; no resource builds an error response. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ProblemType type;
    private final transient @Nullable String detail;
    private final transient List<FieldError> errors;

    Problem(ProblemType type, @Nullable String detail, List<FieldError> errors) {
        super(detail == null ? type.title() : type.title() + ": " + detail, null, false, false);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    public ProblemType type() {
        return type;
    }

    /** The body of the answer to the request with this id. */
    public ProblemBody body(String requestId) {
        return new ProblemBody(
                ProblemBody.TYPE_PREFIX + type.code(),
                type.title(),
                type.status(),
                detail,
                type.code(),
                requestId,
                errors.isEmpty() ? null : errors);
    }
}
