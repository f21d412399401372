package io.parley.contracts;

/**
 * Why an execution says nothing about the target's quality.
 *
 * @param code a stable name, such as {@code target-unreachable}, {@code turn-timeout} or {@code answer-not-json}
 * @param reason a sentence for people: what was wrong, where, what would be right
 */
public record Failure(String code, String reason) {}
