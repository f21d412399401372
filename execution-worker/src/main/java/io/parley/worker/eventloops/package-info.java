/** Time and place of asynchronous work: pauses without threads, and the way back to one's own event loop. */
@NullMarked
package io.parley.worker.eventloops;

import org.jspecify.annotations.NullMarked;
