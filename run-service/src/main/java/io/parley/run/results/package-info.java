/** Takes in transcripts and verdicts, each counted exactly once. */
@NullMarked
package io.parley.run.results;

import org.jspecify.annotations.NullMarked;
