/** Takes requests from the queue and answers each with what came of it; the request is acknowledged after that. */
@NullMarked
package io.parley.worker.executions;

import org.jspecify.annotations.NullMarked;
