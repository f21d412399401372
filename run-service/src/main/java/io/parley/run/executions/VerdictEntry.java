package io.parley.run.executions;

import io.parley.contracts.ReviewId;
import io.parley.contracts.UserId;
import io.parley.contracts.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verdict that an execution had or has.
 *
 * @param decision 0 is what its assertions came to, 1 the first decision of people, and so on
 * @param reviewId the review it was decided in
 * @param reviewer who settled it
 * @param comment what that person said about it
 */
record VerdictEntry(
        int decision,
        Verdict verdict,
        @Nullable ReviewId reviewId,
        @Nullable UserId reviewer,
        @Nullable String comment,
        @Nullable Instant at) {}
