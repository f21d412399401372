/** Targets, suites, runs and their results. */
@NullMarked
package io.parley.run;

import org.jspecify.annotations.NullMarked;
