package io.parley.validation.judges;

/**
 * What a judge thinks.
 *
 * @param holds whether what is expected is so
 * @param confidence 0 to 1
 * @param reason as it gave it
 */
record Opinion(boolean holds, double confidence, String reason) {}
