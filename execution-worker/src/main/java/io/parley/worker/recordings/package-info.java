/** Gives conversations back that were held before, so that they are judged again without asking anybody. */
@NullMarked
package io.parley.worker.recordings;

import org.jspecify.annotations.NullMarked;
