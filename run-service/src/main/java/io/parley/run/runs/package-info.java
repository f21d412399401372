/** Runs: starting, listing and cancelling them, how their executions stand, and how they end. */
@NullMarked
package io.parley.run.runs;

import org.jspecify.annotations.NullMarked;
