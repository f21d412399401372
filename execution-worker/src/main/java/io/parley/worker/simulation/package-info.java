/** Users whom a language model plays: it is told who the user is, what they want and what the target says, and speaks for them. */
@NullMarked
package io.parley.worker.simulation;

import org.jspecify.annotations.NullMarked;
