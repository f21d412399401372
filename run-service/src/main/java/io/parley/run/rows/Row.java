package io.parley.run.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A row of a table.
 *
 * @param line where it begins in its file, from 1
 * @param values by the names of their columns; texts if the file is CSV, anything JSON has otherwise
 */
public record Row(int line, ObjectNode values) {}
