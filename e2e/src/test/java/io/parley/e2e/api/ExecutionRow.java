package io.parley.e2e.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One execution as the list of a run shows it.
 *
 * @param verdict none before the end and when cancelled
 * @param failure why the conversation broke off, none if it did not
 */
public record ExecutionRow(
        UUID id,
        int position,
        @JsonProperty("case") String caseName,
        String status,
        @Nullable String verdict,
        @Nullable Failure failure) {

    /** A stable name of what went wrong, and a sentence for people. */
    public record Failure(String code, String reason) {}

    /** Whether it ended as an error of this code, with a reason. */
    public boolean isError(String code) {
        return "ERROR".equals(verdict)
                && failure != null
                && failure.code().equals(code)
                && !failure.reason().isBlank();
    }
}
