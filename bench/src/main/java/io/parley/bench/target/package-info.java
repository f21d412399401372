/** An assistant that answers at once or after a fixed delay, and remembers everything it was asked. */
@NullMarked
package io.parley.bench.target;

import org.jspecify.annotations.NullMarked;
