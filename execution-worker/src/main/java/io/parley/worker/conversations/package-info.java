/** Holds a conversation turn by turn and notes what was said, what was captured, and what is to be expected of it. */
@NullMarked
package io.parley.worker.conversations;

import org.jspecify.annotations.NullMarked;
