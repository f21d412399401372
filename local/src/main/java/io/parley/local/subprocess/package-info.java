/** Targets that are programs, started for each conversation. */
@NullMarked
package io.parley.local.subprocess;

import org.jspecify.annotations.NullMarked;
