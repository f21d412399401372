/** Measures what checking an assertion costs. */
@NullMarked
package io.parley.bench.scoring;

import org.jspecify.annotations.NullMarked;
