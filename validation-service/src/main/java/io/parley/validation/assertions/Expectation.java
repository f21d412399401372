package io.parley.validation.assertions;

/**
 * An assertion as a suite has it.
 *
 * @param type its name in the suite file
 * @param weight in the mean score of the case, above 0
 */
public record Expectation(String type, double weight, Assertion assertion) {}
