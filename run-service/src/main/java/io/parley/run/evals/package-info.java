/** Samples of OpenAI evals, in JSON Lines, and the registry files that say how they are scored. */
@NullMarked
package io.parley.run.evals;

import org.jspecify.annotations.NullMarked;
