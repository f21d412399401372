package io.parley.validation.reviews;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * That a settled review is to be decided again.
 *
 * @param comment why
 */
record Reopen(
        @Nullable @Size(max = Decide.LONGEST_COMMENT) @Pattern(regexp = Decide.NO_NUL, message = "must not hold the character U+0000") String comment) {}
