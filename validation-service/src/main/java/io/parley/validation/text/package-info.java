/** Assertions that compare the text of an answer. No framework, no I/O. */
@NullMarked
package io.parley.validation.text;

import org.jspecify.annotations.NullMarked;
