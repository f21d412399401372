/** Reads the files of promptfoo. */
@NullMarked
package io.parley.run.promptfoo;

import org.jspecify.annotations.NullMarked;
