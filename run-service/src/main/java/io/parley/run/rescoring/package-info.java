/** Judging conversations again without asking the target: all of a run in a new one, or a run's errors in the run itself. */
@NullMarked
package io.parley.run.rescoring;

import org.jspecify.annotations.NullMarked;
