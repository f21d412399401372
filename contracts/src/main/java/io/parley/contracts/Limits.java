package io.parley.contracts;

import org.jspecify.annotations.Nullable;

/**
 * How much a target takes, over all workers together.
 *
 * @param maxConcurrency conversations under way at once, 1 to 10,000
 * @param requestsPerSecond requests per second, or null for no limit
 */
public record Limits(int maxConcurrency, @Nullable Double requestsPerSecond) {

    public Limits {
        if (maxConcurrency < 1 || maxConcurrency > 10_000) {
            throw new IllegalArgumentException("maxConcurrency must be 1 to 10000, was " + maxConcurrency);
        }
        if (requestsPerSecond != null && !(requestsPerSecond > 0)) {
            throw new IllegalArgumentException("requestsPerSecond must be above 0, was " + requestsPerSecond);
        }
    }
}
