package io.parley.run.executions;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parley.contracts.AssertionResult;
import io.parley.contracts.Transcript;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An execution with all that is known of it; what the worker and the scorer said is passed on as they said it.
 *
 * @param transcript JSON; absent until it is in
 * @param results JSON; absent until the verdict is in
 * @param verdictHistory what the assertions came to and then what people decided, in their order; empty if nobody decided
 */
record ExecutionDetails(
        @JsonUnwrapped ExecutionView execution,

        @JsonRawValue @Schema(implementation = Transcript.class) @Nullable String transcript,

        @JsonRawValue @Schema(implementation = AssertionResult[].class) @Nullable String results,

        List<VerdictEntry> verdictHistory) {

    ExecutionDetails with(List<VerdictEntry> history) {
        return new ExecutionDetails(execution, transcript, results, history);
    }
}
