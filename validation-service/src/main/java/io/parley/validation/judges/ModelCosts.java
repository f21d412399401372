package io.parley.validation.judges;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What judging by one model cost.
 *
 * @param model its name in the workspace when it judged
 * @param judgements answers that were paid for; reused ones are not counted
 * @param cost at the prices of the time of each
 */
record ModelCosts(UUID modelId, String model, long judgements, long inputTokens, long outputTokens, BigDecimal cost) {}
