package io.parley.validation.chat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3), as far as endpoints of models use it: in seconds. */
final class RetryAfter {

    private static final int MOST_DIGITS = 6;

    private RetryAfter() {}

    /** How long to wait, or null when the header is absent or says something else. */
    static @Nullable Duration seconds(@Nullable String header) {
        String value = header == null ? "" : header.strip();
        boolean known = !value.isEmpty()
                && value.length() <= MOST_DIGITS
                && value.chars().allMatch(Character::isDigit);
        return known ? Duration.ofSeconds(Long.parseLong(value)) : null;
    }
}
