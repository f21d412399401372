/** Targets of the platform, from the command line. */
@NullMarked
package io.parley.cli.targets;

import org.jspecify.annotations.NullMarked;
