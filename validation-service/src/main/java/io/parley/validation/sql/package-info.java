/** {@code is-sql}: whether an answer is SQL, as a parser finds that may take any time and is therefore watched. */
@NullMarked
package io.parley.validation.sql;

import org.jspecify.annotations.NullMarked;
