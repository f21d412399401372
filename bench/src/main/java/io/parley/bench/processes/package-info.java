/** What processes cost, as the kernel counts it in {@code /proc}. */
@NullMarked
package io.parley.bench.processes;

import org.jspecify.annotations.NullMarked;
