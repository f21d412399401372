package io.parley.run.executions;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parley.contracts.AssertionResult;
import io.parley.contracts.Transcript;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An execution with what came of it; what the worker and the scorer said is passed on as they said it.
 *
 * @param transcript JSON; absent until it is in
 * @param results JSON; absent until the verdict is in
 */
public record ExecutionResult(
        @JsonUnwrapped ExecutionView execution,

        @JsonRawValue @Schema(implementation = Transcript.class) @Nullable String transcript,

        @JsonRawValue @Schema(implementation = AssertionResult[].class) @Nullable String results) {}
