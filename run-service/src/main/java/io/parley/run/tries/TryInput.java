package io.parley.run.tries;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What to say to a target. */
record TryInput(
        @NotBlank @Size(max = 32_768) @Pattern(regexp = "(?s)[^\\x00]*", message = "must not hold the character U+0000")
        String message) {}
