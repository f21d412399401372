package io.parley.worker.conversations;

import io.parley.contracts.Exchange;
import java.time.Duration;

/**
 * How long a conversation takes of its target. An answer from earlier counts as long as it took then; waiting for others does not
 * count.
 */
final class Stopwatch {

    private final long since = System.nanoTime();
    private Duration earlier = Duration.ZERO;

    /** The answer to a turn is there. */
    void answered(Exchange exchange) {
        if (exchange.wasCached()) {
            earlier = earlier.plus(exchange.latency());
        }
    }

    /** @param waiting for others so far */
    Duration elapsed(Duration waiting) {
        return Duration.ofNanos(System.nanoTime() - since).plus(earlier).minus(waiting);
    }
}
