/** Tries a target: one message to it, as a run of a suite that is made for it. */
@NullMarked
package io.parley.run.tries;

import org.jspecify.annotations.NullMarked;
