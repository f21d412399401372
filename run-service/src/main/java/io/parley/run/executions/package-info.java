/** The executions of a run with their transcripts and the results of their assertions. */
@NullMarked
package io.parley.run.executions;

import org.jspecify.annotations.NullMarked;
