/** Tells of turns as they happen, for runs that somebody watches, and costs nothing for all others. */
@NullMarked
package io.parley.worker.watching;

import org.jspecify.annotations.NullMarked;
