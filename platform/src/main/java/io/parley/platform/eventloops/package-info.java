/** Pauses without threads, and the way back to one's own event loop. */
@NullMarked
package io.parley.platform.eventloops;

import org.jspecify.annotations.NullMarked;
