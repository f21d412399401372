package io.parley.platform.problems;

import java.util.List;

/**
 * One way a request can fail, as clients know it. A feature lists its own in one class.
 *
 * @param code stable name, last segment of the problem's {@code type} URI
 * @param status HTTP status, 400 to 599
 * @param title a short sentence that is the same each time
 */
public record ProblemType(String code, int status, String title) {

    public static final ProblemType INVALID_INPUT = new ProblemType("invalid-input", 422, "The input is not valid");
    public static final ProblemType MALFORMED = new ProblemType("malformed", 400, "The request cannot be read");
    public static final ProblemType UNAVAILABLE =
            new ProblemType("unavailable", 503, "A part of the platform does not answer at the moment");

    public ProblemType {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem's status is 400 to 599, was " + status);
        }
    }

    /** A failure of this type that needs no further words. */
    public Problem problem() {
        return new Problem(this, null, List.of());
    }

    /** A failure of this type. {@code detail} says what was wrong and what would be right; the client reads it. */
    public Problem problem(String detail) {
        return new Problem(this, detail, List.of());
    }

    /** A failure of this type with everything that is wrong with the input. */
    public Problem problem(List<FieldError> errors) {
        return new Problem(this, null, errors);
    }
}
