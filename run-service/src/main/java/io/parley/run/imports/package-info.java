/** Imports files of other tools as suites. */
@NullMarked
package io.parley.run.imports;

import org.jspecify.annotations.NullMarked;
