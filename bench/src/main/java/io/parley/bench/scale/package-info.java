/** How throughput grows with workers, and whether a large run stays as it began. */
@NullMarked
package io.parley.bench.scale;

import org.jspecify.annotations.NullMarked;
