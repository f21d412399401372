package io.parley.run.runs;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a pause.
 *
 * @param reason for whoever finds the run paused
 */
record PauseRun(
        @Nullable @Size(max = 1_000) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be one line without control characters") String reason) {

    static final PauseRun WITHOUT_REASON = new PauseRun(null);
}
