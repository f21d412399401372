/** Scores transcripts: takes what was said, checks what was expected of it, publishes the verdict. Keeps nothing. */
@NullMarked
package io.parley.validation;

import org.jspecify.annotations.NullMarked;
