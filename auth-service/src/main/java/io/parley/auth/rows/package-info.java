/** Reading query results. */
@NullMarked
package io.parley.auth.rows;

import org.jspecify.annotations.NullMarked;
