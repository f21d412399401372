package io.parley.contracts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said between the user of a case and the target. Secrets of the target never appear in it.
 *
 * @param duration of the whole conversation, waiting for retries included, but not for a simulated user
 * @param exchanges the turns that were held, in order
 * @param failure why the conversation broke off, or null when it was held to its end
 * @param reports the target's setting: where in a response it reports what; null if it has none
 * @param simulation how the simulated user fared; null if there was none
 */
public record Transcript(
        Instant startedAt,
        Duration duration,
        List<Exchange> exchanges,
        @Nullable Failure failure,
        @Nullable Map<String, String> reports,
        @Nullable Simulation simulation) {

    /** Of a target that reports nothing but its words. */
    public Transcript(Instant startedAt, Duration duration, List<Exchange> exchanges, @Nullable Failure failure) {
        this(startedAt, duration, exchanges, failure, null, null);
    }
}
