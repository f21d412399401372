/** Reading lists out of the database, a page at a time. */
@NullMarked
package io.parley.run.rows;

import org.jspecify.annotations.NullMarked;
