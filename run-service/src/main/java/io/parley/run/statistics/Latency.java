package io.parley.run.statistics;

import java.time.Duration;

/**
 * How long the conversations took that were held to their end, from start to end with the pauses of retries. Each percentile
 * is the shortest duration that at least this share of them did not exceed (nearest rank), so it is one that occurred.
 *
 * @param conversations how many those are
 */
record Latency(int conversations, Duration p50, Duration p90, Duration p95, Duration p99) {

    /** @param micros the four percentiles in microseconds */
    static Latency of(int conversations, Long[] micros) {
        return new Latency(
                conversations, duration(micros[0]), duration(micros[1]), duration(micros[2]), duration(micros[3]));
    }

    private static Duration duration(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }
}
