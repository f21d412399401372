/** {@code parley dead}: messages that no service could handle. */
@NullMarked
package io.parley.cli.dead;

import org.jspecify.annotations.NullMarked;
