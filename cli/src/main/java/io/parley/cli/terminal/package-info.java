/** What the command writes to: colours, characters and lines that can be redrawn. */
@NullMarked
package io.parley.cli.terminal;

import org.jspecify.annotations.NullMarked;
