/** Requests sent for a while, and how long they took. */
@NullMarked
package io.parley.bench.load;

import org.jspecify.annotations.NullMarked;
