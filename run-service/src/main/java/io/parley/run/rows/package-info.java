/** Tables as files hold them, CSV and JSON Lines, with the line of every row. */
@NullMarked
package io.parley.run.rows;

import org.jspecify.annotations.NullMarked;
