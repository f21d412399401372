package io.parley.gateway.limits;

import java.time.Duration;

/**
 * What is left to a caller after a request.
 *
 * @param taken whether the request may pass
 * @param limit requests in a window
 * @param remaining requests that may follow now
 * @param reset until there is room again, or if there is some, until all of it is
 */
record Allowance(boolean taken, long limit, long remaining, Duration reset) {

    static final Duration WINDOW = Duration.ofSeconds(10);

    /** Whole seconds, at least one: what headers tell. */
    long resetSeconds() {
        return Math.max(1, (reset.toMillis() + 999) / 1_000);
    }
}
