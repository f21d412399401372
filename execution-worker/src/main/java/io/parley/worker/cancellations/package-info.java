/** Which runs were cancelled: told to every worker through Redis, looked up at most once a second per run. */
@NullMarked
package io.parley.worker.cancellations;

import org.jspecify.annotations.NullMarked;
