/** Imports suites, of Parley and of other tools. */
@NullMarked
package io.parley.cli.imports;

import org.jspecify.annotations.NullMarked;
