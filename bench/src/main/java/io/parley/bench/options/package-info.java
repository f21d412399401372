/** What benchmarks are told on the command line. */
@NullMarked
package io.parley.bench.options;

import org.jspecify.annotations.NullMarked;
