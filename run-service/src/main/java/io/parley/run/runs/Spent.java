package io.parley.run.runs;

import java.math.BigDecimal;

/**
 * What the conversations of a run took, as its target told it.
 *
 * @param tokens read and written by the target's model
 * @param cost in the money that the target reports it in
 */
record Spent(long tokens, BigDecimal cost) {}
