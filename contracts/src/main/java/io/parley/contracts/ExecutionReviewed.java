package io.parley.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * People have settled what an execution's verdict is; it takes the place of the one before.
 *
 * @param decision how often the review has been settled with this, from 1: a later decision wins over an earlier one,
 *     whichever comes first
 * @param verdict PASS or FAIL
 * @param reviewer the person whose decision settled it
 * @param comment what that person said about it, or null
 */
public record ExecutionReviewed(
        ExecutionId executionId,
        int attempt,
        RunId runId,
        WorkspaceId workspaceId,
        ReviewId reviewId,
        int decision,
        Verdict verdict,
        UserId reviewer,
        @Nullable String comment,
        Instant at)
        implements Event {}
