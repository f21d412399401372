/** Assertions that measure how close the text of an answer is to one that would be right. No framework, no I/O. */
@NullMarked
package io.parley.validation.closeness;

import org.jspecify.annotations.NullMarked;
