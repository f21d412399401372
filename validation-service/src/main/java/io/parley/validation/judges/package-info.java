/**
 * Assertions that language models decide: what judges are asked, how their verdicts are read and counted, what is
 * remembered of them, and what they cost.
 */
@NullMarked
package io.parley.validation.judges;

import org.jspecify.annotations.NullMarked;
