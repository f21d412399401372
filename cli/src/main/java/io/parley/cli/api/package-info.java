/** The public API of the platform, as the command uses it. Calls block: the command is no service. */
@NullMarked
package io.parley.cli.api;

import org.jspecify.annotations.NullMarked;
