/** How fast and at what cost runs are carried out. */
@NullMarked
package io.parley.bench.runs;

import org.jspecify.annotations.NullMarked;
