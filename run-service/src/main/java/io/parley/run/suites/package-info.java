/** Suites as immutable revisions: reading the file, every mistake with its line, multiplying out the variables. */
@NullMarked
package io.parley.run.suites;

import org.jspecify.annotations.NullMarked;
