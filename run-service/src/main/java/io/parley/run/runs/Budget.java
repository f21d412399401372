package io.parley.run.runs;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/**
 * What a run may take. Conversations for which there is nothing left are not held: they end as ERROR. Null leaves a part
 * open.
 *
 * @param time from the start of the run until nothing more is sent out
 * @param tokens read and written by the target's model, as the target reports them
 * @param cost in the money that the target reports it in
 */
record Budget(
        @Nullable @DurationMin(seconds = 1) @DurationMax(days = 366)
        Duration time,

        @Nullable @Positive @Max(1_000_000_000_000L) Long tokens,

        @Nullable @Positive @Digits(integer = 12, fraction = 12) BigDecimal cost) {

    static final Budget NONE = new Budget(null, null, null);
}
