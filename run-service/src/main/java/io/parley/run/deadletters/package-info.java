/** Messages that could not be handled, for the operator of the platform. */
@NullMarked
package io.parley.run.deadletters;

import org.jspecify.annotations.NullMarked;
