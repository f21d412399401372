/** Baselines: the run of each branch that later runs of a suite are held against. */
@NullMarked
package io.parley.run.baselines;

import org.jspecify.annotations.NullMarked;
