/** Drives conversations with targets: takes requests from the queue, answers each with a transcript, keeps nothing. */
@NullMarked
package io.parley.worker;

import org.jspecify.annotations.NullMarked;
