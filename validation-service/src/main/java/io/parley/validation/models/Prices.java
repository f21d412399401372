package io.parley.validation.models;

import java.math.BigDecimal;

/**
 * What tokens cost, in whatever currency the workspace counts.
 *
 * @param input of a million tokens that are sent
 * @param output of a million tokens that come back
 */
public record Prices(BigDecimal input, BigDecimal output) {

    private static final int MILLION = 6;

    /** What an answer cost, exactly: up to 12 decimal places. */
    public BigDecimal of(long inputTokens, long outputTokens) {
        return input.multiply(BigDecimal.valueOf(inputTokens))
                .add(output.multiply(BigDecimal.valueOf(outputTokens)))
                .movePointLeft(MILLION);
    }
}
