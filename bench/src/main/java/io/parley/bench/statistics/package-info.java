/** How long statistics of large runs take. */
@NullMarked
package io.parley.bench.statistics;

import org.jspecify.annotations.NullMarked;
