/** Runs that are carried out here, and what came of them. */
@NullMarked
package io.parley.local.runs;

import org.jspecify.annotations.NullMarked;
