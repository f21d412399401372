/** A collector of traces that services send theirs to over a real socket. */
@NullMarked
package io.parley.e2e.traces;

import org.jspecify.annotations.NullMarked;
