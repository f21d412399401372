package io.parley.contracts;

import org.jspecify.annotations.Nullable;

/**
 * How much a target takes, over all workers together.
 *
 * @param maxConcurrency conversations under way at once, 1 to 10,000
 * @param requestsPerSecond requests per second, or null for no limit
 * @param downAfter executions in a row that find it unreachable until its runs pause, or null for the usual number
 */
public record Limits(
        int maxConcurrency,
        @Nullable Double requestsPerSecond,
        @Nullable Integer downAfter) {

    public Limits {
        if (maxConcurrency < 1 || maxConcurrency > 10_000) {
            throw new IllegalArgumentException("maxConcurrency must be 1 to 10000, was " + maxConcurrency);
        }
        if (requestsPerSecond != null && !(requestsPerSecond > 0)) {
            throw new IllegalArgumentException("requestsPerSecond must be above 0, was " + requestsPerSecond);
        }
        if (downAfter != null && downAfter < 1) {
            throw new IllegalArgumentException("downAfter must be at least 1, was " + downAfter);
        }
    }

    /** Those of a target of which nothing else is asked. */
    public Limits(int maxConcurrency, @Nullable Double requestsPerSecond) {
        this(maxConcurrency, requestsPerSecond, null);
    }
}
