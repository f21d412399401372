package io.parley.bench.statistics;

import java.time.Duration;
import java.util.List;

/**
 * How long requests of one kind took, one after another.
 *
 * @param sorted the shortest first
 */
record Timing(String request, int executions, List<Duration> sorted) {

    static Timing of(String request, int executions, List<Duration> took) {
        return new Timing(request, executions, took.stream().sorted().toList());
    }

    /** The shortest time that this share of them did not exceed. */
    Duration percentile(double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
