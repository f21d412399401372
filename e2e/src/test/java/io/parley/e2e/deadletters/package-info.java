/** A message that cannot be handled is kept apart, seen, and sent again; it holds up no other. */
@NullMarked
package io.parley.e2e.deadletters;

import org.jspecify.annotations.NullMarked;
