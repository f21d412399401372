package io.parley.telemetry.intake;

import java.time.Duration;
import java.time.Instant;

/**
 * When an event may have occurred to be taken, both ends included.
 *
 * @param oldest start of what is still kept
 * @param newest how far ahead a sender's clock may be
 */
record Window(Instant oldest, Instant newest) {

    private static final Duration CLOCK_SKEW = Duration.ofHours(24);

    static Window at(Instant now, Duration retention) {
        return new Window(now.minus(retention), now.plus(CLOCK_SKEW));
    }
}
