/**
 * How many conversations and requests a target takes at once, over all workers together. Each worker holds a grant for
 * a target, renewed by heartbeat and shared fairly by demand; starting a conversation under it costs no call.
 */
@NullMarked
package io.parley.worker.grants;

import org.jspecify.annotations.NullMarked;
