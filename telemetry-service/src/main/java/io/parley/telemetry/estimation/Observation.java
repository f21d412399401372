package io.parley.telemetry.estimation;

import java.time.Instant;

/**
 * Something that a subject did right or wrong.
 *
 * @param weight how much of a whole observation it is, above 0 and at most 1
 * @param at when it happened, by which observations are ordered
 * @param reference what it links to, such as {@code execution:0199a0de-0000-7000-8000-000000000001}
 */
public record Observation(Source source, boolean correct, double weight, Instant at, String reference) {

    /** Refuses a weight out of bounds. */
    public Observation {
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("a weight is above 0 and at most 1, not " + weight);
        }
    }
}
