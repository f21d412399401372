/** {@code parley up}, {@code down}, {@code status} and {@code logs}: the whole platform on this machine. */
@NullMarked
package io.parley.cli.up;

import org.jspecify.annotations.NullMarked;
