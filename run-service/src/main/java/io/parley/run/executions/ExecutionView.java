package io.parley.run.executions;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.Failure;
import io.parley.contracts.Verdict;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An execution as lists show it.
 *
 * @param position of its case in the suite, from 0
 * @param caseName name of its case
 * @param vars the case's variables, JSON
 * @param repeat which of the case's repeats, from 1
 * @param attempt how often it was sent to the workers, if it was
 * @param duration of the conversation; absent until its transcript is in
 * @param failure why the conversation broke off, JSON; absent if it did not
 */
public record ExecutionView(
        ExecutionId id,
        int position,
        @JsonProperty("case") String caseName,
        @JsonRawValue @Schema(implementation = Map.class) String vars,
        int repeat,
        ExecutionStatus status,
        @Nullable Verdict verdict,
        @Nullable Double score,
        int attempt,
        @Nullable Duration duration,

        @JsonRawValue @Schema(implementation = Failure.class) @Nullable String failure) {}
