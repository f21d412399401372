package io.parley.telemetry.features;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Quantiles of durations, in milliseconds, by the nearest rank: the smallest of the durations that at least that share of
 * them does not exceed, so that each is one that was measured.
 */
record Quantiles(long median, long p90, long p99) {

    static @Nullable Quantiles of(List<Duration> durations) {
        if (durations.isEmpty()) {
            return null;
        }
        List<Duration> sorted = durations.stream().sorted().toList();
        return new Quantiles(at(sorted, 50), at(sorted, 90), at(sorted, 99));
    }

    private static long at(List<Duration> sorted, int percent) {
        int rank = Math.ceilDiv(sorted.size() * percent, 100);
        return sorted.get(rank - 1).toMillis();
    }
}
