package io.parley.validation.reviews;

import io.parley.contracts.UserId;
import io.parley.contracts.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did to a review.
 *
 * @param round from 1; one more after each reopening
 * @param verdict PASS or FAIL; absent of a reopening, and while the reader must not know it
 * @param comment what the person said about it; absent if nothing, and while the reader must not know it
 */
record HistoryEntry(
        int round,
        ReviewStep step,
        UserId person,
        @Nullable Verdict verdict,
        @Nullable String comment,
        Instant at) {

    HistoryEntry withoutContent() {
        return new HistoryEntry(round, step, person, null, null, at);
    }
}
