package io.parley.contracts;

import java.math.BigDecimal;

/**
 * What tokens of a model cost, in whatever money the workspace counts in.
 *
 * @param input of a million tokens that the model reads
 * @param output of a million tokens that it writes
 */
public record TokenPrices(BigDecimal input, BigDecimal output) {

    private static final int MILLION = 6;

    /** What so many tokens cost, exactly. */
    public BigDecimal of(long inputTokens, long outputTokens) {
        return input.multiply(BigDecimal.valueOf(inputTokens))
                .add(output.multiply(BigDecimal.valueOf(outputTokens)))
                .movePointLeft(MILLION);
    }
}
