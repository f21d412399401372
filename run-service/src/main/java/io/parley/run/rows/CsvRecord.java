package io.parley.run.rows;

import java.util.List;

/**
 * Values between two ends of lines.
 *
 * @param line where it begins, from 1
 */
public record CsvRecord(int line, List<String> values) {}
