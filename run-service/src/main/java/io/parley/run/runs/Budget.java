package io.parley.run.runs;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/**
 * What a run may take. Conversations for which there is nothing left are not held: they end as ERROR. Null leaves a part
 * open. Equal amounts are equal however they are written.
 *
 * @param time from the start of the run until nothing more is sent out, to the millisecond
 * @param tokens read and written by the target's model, as the target reports them
 * @param cost in the money that the target reports it in
 */
record Budget(
        @Nullable @DurationMin(seconds = 1) @DurationMax(days = 366)
        Duration time,

        @Nullable @Positive @Max(1_000_000_000_000L) Long tokens,

        @Nullable @Positive @Digits(integer = 12, fraction = 12) BigDecimal cost) {

    static final Budget NONE = new Budget(null, null, null);

    private static final int MOST_INTEGER_DIGITS = 12;

    Budget {
        time = time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
        cost = cost == null ? null : plain(cost);
    }

    /** An amount too large for a budget stays as it is: written out it might fill the memory. */
    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.scale() < 0 && shortest.scale() > -MOST_INTEGER_DIGITS ? shortest.setScale(0) : shortest;
    }
}
