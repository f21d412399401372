/** How runs are shown to people on a terminal. */
@NullMarked
package io.parley.cli.report;

import org.jspecify.annotations.NullMarked;
