/** A workspace of one's own, runs in it, and what became of every case of a run. */
@NullMarked
package io.parley.e2e.runs;

import org.jspecify.annotations.NullMarked;
