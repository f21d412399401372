package io.parley.validation.failures;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What people call a cause of failures, and which known defect it is.
 *
 * @param name or null for none
 * @param defect its key or address where defects are kept, or null for none
 */
record NameGroup(
        @Nullable @Size(min = 1, max = 200) @Pattern(regexp = NameGroup.NO_NUL, message = "must not hold the character U+0000") String name,

        @Nullable @Size(min = 1, max = 2_000) @Pattern(regexp = NameGroup.NO_NUL, message = "must not hold the character U+0000") String defect) {

    static final String NO_NUL = "(?s)[^\\x00]*";
}
