package io.parley.validation.sql;

import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Need;

/**
 * Whether a text is SQL.
 *
 * @param execution texts that share it share the time that one execution may take
 */
record SqlText(String text, Effort execution) implements Need<Sql> {}
