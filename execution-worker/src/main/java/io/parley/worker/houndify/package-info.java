/** Talks to assistants on the Houndify platform by text, with signed requests. */
@NullMarked
package io.parley.worker.houndify;

import org.jspecify.annotations.NullMarked;
