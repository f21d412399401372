package io.parley.validation.reviews;

import io.parley.contracts.Verdict;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides.
 *
 * @param verdict PASS or FAIL
 * @param comment why
 */
record Decide(
        @NotNull @Pattern(regexp = "PASS|FAIL", message = "must be PASS or FAIL") String verdict,

        @Nullable @Size(max = Decide.LONGEST_COMMENT) @Pattern(regexp = Decide.NO_NUL, message = "must not hold the character U+0000") String comment) {

    static final int LONGEST_COMMENT = 10_000;
    static final String NO_NUL = "(?s)[^\\x00]*";

    Verdict decided() {
        return Verdict.valueOf(verdict);
    }
}
