/** What a run comes to: its summary with latencies, repeats and gate, and its pass rate by tag, skill or variable. */
@NullMarked
package io.parley.run.statistics;

import org.jspecify.annotations.NullMarked;
