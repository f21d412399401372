/** {@code parley rescore} and {@code parley compare}: what a run comes to beside another one. */
@NullMarked
package io.parley.cli.runs;

import org.jspecify.annotations.NullMarked;
