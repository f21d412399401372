package io.parley.run.rows;

/**
 * What is wrong in a file.
 *
 * @param line from 1
 */
public record Mistake(int line, String message) {}
