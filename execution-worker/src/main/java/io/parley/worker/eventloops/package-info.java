/** How long asynchronous work may take. */
@NullMarked
package io.parley.worker.eventloops;

import org.jspecify.annotations.NullMarked;
