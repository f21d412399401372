/** From a person's login to the verdicts of a run, and everything that is to be seen of it on the way. */
@NullMarked
package io.parley.e2e.golden;

import org.jspecify.annotations.NullMarked;
