package io.parley.validation.settings;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a workspace reviews.
 *
 * @param reviewers 1, or 2: then two people decide without seeing each other's verdict, and a third one where they differ.
 *     Holds for what is opened from now on
 * @param judgeFloor Cohen's kappa, -1 to 1, that a judge has to reach; null for none
 */
record ReviewSettings(
        @NotNull @Min(1) @Max(2) Integer reviewers,
        @Nullable @DecimalMin("-1") @DecimalMax("1") BigDecimal judgeFloor) {

    /** What holds where nothing was set. */
    static final ReviewSettings USUAL = new ReviewSettings(1, null);
}
