/** Starts by what services recorded of themselves. */
@NullMarked
package io.parley.e2e.rehearsal;

import org.jspecify.annotations.NullMarked;
