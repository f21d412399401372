package io.parley.validation.judges;

import java.math.BigDecimal;
import java.util.List;

/**
 * What judging cost.
 *
 * @param models each with its part, by name
 */
record JudgeCosts(long judgements, long inputTokens, long outputTokens, BigDecimal cost, List<ModelCosts> models) {

    static JudgeCosts of(List<ModelCosts> models) {
        return new JudgeCosts(
                models.stream().mapToLong(ModelCosts::judgements).sum(),
                models.stream().mapToLong(ModelCosts::inputTokens).sum(),
                models.stream().mapToLong(ModelCosts::outputTokens).sum(),
                models.stream().map(ModelCosts::cost).reduce(BigDecimal.ZERO, BigDecimal::add),
                models);
    }
}
