package io.parley.run.targets;

import io.parley.contracts.Limits;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/** What a target takes, over all workers together; see {@link Limits}. */
record LimitsInput(
        @NotNull @Min(1) @Max(10_000) Integer maxConcurrency,
        @Nullable @Positive @DecimalMax("1000000") Double requestsPerSecond,
        @Nullable @Positive @DecimalMax("60000000") Double requestsPerMinute,
        @Nullable @Min(1) @Max(1_000_000_000_000L) Long tokensPerMinute,
        @Nullable @Min(1) @Max(100_000) Integer downAfter) {

    static final Limits USUAL = new Limits(10, null);

    Limits limits() {
        return new Limits(maxConcurrency, requestsPerSecond, requestsPerMinute, tokensPerMinute, downAfter);
    }
}
