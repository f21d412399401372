/** Measures the packaged platform on this machine. */
@NullMarked
package io.parley.bench;

import org.jspecify.annotations.NullMarked;
