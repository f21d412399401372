package io.parley.validation.reviews;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.ReviewId;
import io.parley.contracts.RunId;
import io.parley.contracts.UserId;
import io.parley.contracts.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review as lists show it.
 *
 * @param caseName name of the case, if it is known
 * @param scored what the assertions came to
 * @param reviewers how many people decide before it may be settled, 1 or 2
 * @param round from 1; one more after each reopening
 * @param verdict PASS or FAIL; absent until it is settled
 * @param holder who has its lease; absent while nobody has
 * @param heldUntil when that ends unless it is renewed
 */
record ReviewView(
        ReviewId id,
        RunId runId,
        ExecutionId executionId,
        int attempt,
        @JsonProperty("case") @Nullable String caseName,
        Verdict scored,
        ReviewState state,
        int reviewers,
        int round,
        @Nullable Verdict verdict,
        @Nullable UserId holder,
        @Nullable Instant heldUntil,
        Instant openedAt,
        @Nullable Instant settledAt) {}
