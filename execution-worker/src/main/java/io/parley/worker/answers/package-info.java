/** What targets answer: the words, the response that they stand in, and what is reported beside them. */
@NullMarked
package io.parley.worker.answers;

import org.jspecify.annotations.NullMarked;
