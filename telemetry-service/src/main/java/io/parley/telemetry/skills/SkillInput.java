package io.parley.telemetry.skills;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A skill as a client describes it.
 *
 * @param title none unless given
 * @param description none unless given
 */
record SkillInput(
        @Nullable @Size(min = 1, max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be one line without control characters") String title,

        @Nullable @Size(max = 2_000) @Pattern(regexp = "[^\\x00]*", message = "must not contain the character U+0000") String description) {}
