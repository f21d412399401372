package io.parley.contracts;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * How much a target takes, over all workers together.
 *
 * @param maxConcurrency conversations under way at once, 1 to 10,000
 * @param requestsPerSecond requests per second, or null for no limit
 * @param requestsPerMinute requests per minute, or null for no limit
 * @param tokensPerMinute tokens that it reports, per minute, or null for no limit
 * @param downAfter executions in a row that find it unreachable until its runs pause, or null for the usual number
 */
public record Limits(
        int maxConcurrency,
        @Nullable Double requestsPerSecond,
        @Nullable Double requestsPerMinute,
        @Nullable Long tokensPerMinute,
        @Nullable Integer downAfter) {

    private static final double MINUTE = 60;

    public Limits {
        if (maxConcurrency < 1 || maxConcurrency > 10_000) {
            throw new IllegalArgumentException("maxConcurrency must be 1 to 10000, was " + maxConcurrency);
        }
        if (requestsPerSecond != null && !(requestsPerSecond > 0)) {
            throw new IllegalArgumentException("requestsPerSecond must be above 0, was " + requestsPerSecond);
        }
        if (requestsPerMinute != null && !(requestsPerMinute > 0)) {
            throw new IllegalArgumentException("requestsPerMinute must be above 0, was " + requestsPerMinute);
        }
        if (tokensPerMinute != null && tokensPerMinute < 1) {
            throw new IllegalArgumentException("tokensPerMinute must be at least 1, was " + tokensPerMinute);
        }
        if (downAfter != null && downAfter < 1) {
            throw new IllegalArgumentException("downAfter must be at least 1, was " + downAfter);
        }
    }

    /** Those of a target of which nothing else is asked. */
    public Limits(int maxConcurrency, @Nullable Double requestsPerSecond) {
        this(maxConcurrency, requestsPerSecond, null, null, null);
    }

    /** Requests per second, by the lower of both limits; empty for no limit. */
    public OptionalDouble requestRate() {
        return DoubleStream.concat(
                        requestsPerSecond == null ? DoubleStream.empty() : DoubleStream.of(requestsPerSecond),
                        requestsPerMinute == null ? DoubleStream.empty() : DoubleStream.of(requestsPerMinute / MINUTE))
                .min();
    }

    /** Tokens per second; empty for no limit. */
    public OptionalDouble tokenRate() {
        return tokensPerMinute == null ? OptionalDouble.empty() : OptionalDouble.of(tokensPerMinute / MINUTE);
    }

    /** Whether there is a limit of more than concurrency. */
    public boolean arePaced() {
        return requestRate().isPresent() || tokenRate().isPresent();
    }
}
