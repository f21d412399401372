/** Sends queued executions to the workers, fair across runs, and looks after those that got lost. */
@NullMarked
package io.parley.run.dispatch;

import org.jspecify.annotations.NullMarked;
