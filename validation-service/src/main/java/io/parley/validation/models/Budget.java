package io.parley.validation.models;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one run may spend on a model.
 *
 * @param cost money, or null for no limit
 * @param tokens sent and received together, or null for no limit
 */
public record Budget(@Nullable BigDecimal cost, @Nullable Long tokens) {

    public boolean isLimited() {
        return cost != null || tokens != null;
    }

    /** Whether nothing is left once this much is spent. */
    public boolean isSpent(BigDecimal spent, long spentTokens) {
        return (cost != null && spent.compareTo(cost) >= 0) || (tokens != null && spentTokens >= tokens);
    }
}
