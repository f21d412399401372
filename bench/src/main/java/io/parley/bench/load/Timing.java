package io.parley.bench.load;

import java.time.Duration;
import java.util.List;

/**
 * How long requests of one kind took.
 *
 * @param sorted the shortest first
 */
public record Timing(List<Duration> sorted) {

    private static final double MILLIS = 1e6;

    /** In any order. */
    public static Timing of(List<Duration> took) {
        return new Timing(took.stream().sorted().toList());
    }

    /** How many there were. */
    public int requests() {
        return sorted.size();
    }

    /** The shortest time that this share of them did not exceed. */
    public Duration percentile(double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    /** The same in milliseconds. */
    public double millis(double share) {
        return percentile(share).toNanos() / MILLIS;
    }
}
