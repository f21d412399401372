package io.parley.platform.problems;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with the input.
 *
 * @param field where: a JSON Pointer or the name of a field or parameter
 * @param message what is wrong and what would be right
 * @param line line in the file that was sent, from 1, where there was a file
 */
public record FieldError(
        String field, String message, @Nullable Integer line) {

    public FieldError(String field, String message) {
        this(field, message, null);
    }
}
