/** Transcripts in, verdicts out. */
@NullMarked
package io.parley.validation.scoring;

import org.jspecify.annotations.NullMarked;
