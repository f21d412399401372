package io.parley.telemetry.rules;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A value that is looked for in payloads.
 *
 * @param pointer JSON Pointer to where it should be
 * @param value a string, number, boolean or null
 */
record ValueAt(
        @NotNull @Size(max = 500) @Pattern(regexp = Pointer.PATTERN, message = "must be a JSON Pointer into the payload such as /item") String pointer,

        @NotNull JsonNode value) {}
