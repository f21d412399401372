package io.parley.platform.pages;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Where a page ended: the sort key of its last row, opaque to clients.
 *
 * @param key text form of the sort key
 */
public record Cursor(String key) {

    /** Reads what a client sent as {@code after}; anything that we did not make is a 422. */
    public static Cursor parse(String text) {
        try {
            return new Cursor(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    /** The problem of a cursor whose key makes no sense to its list. */
    public static RuntimeException invalid() {
        return ProblemType.INVALID_INPUT.problem(
                List.of(new FieldError("after", "must be the 'next' of an earlier page of the same list")));
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
