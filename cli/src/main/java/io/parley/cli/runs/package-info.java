/** Commands about runs: stopping and resuming one, what it comes to beside another one, and runs that come of it. */
@NullMarked
package io.parley.cli.runs;

import org.jspecify.annotations.NullMarked;
