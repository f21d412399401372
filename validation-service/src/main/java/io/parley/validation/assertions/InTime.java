package io.parley.validation.assertions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code latency}: it took no longer than expected.
 *
 * @param span which time, or null for that of the subject itself
 */
record InTime(Duration atMost, @Nullable Span span) implements Assertion {

    @Override
    public Finding check(Subject subject) {
        Subject.Taken taken = subject.taken(span);
        boolean holds = taken.time().compareTo(atMost) <= 0;
        return Finding.of(
                holds,
                taken.by() + " took " + millis(taken.time()) + (holds ? ", within " : ", more than ") + millis(atMost),
                Map.of("atMost", atMost.toString(), "took", taken.time().toString()));
    }

    private static String millis(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 6)
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " ms";
    }
}
