/** {@code parley demo}: the whole platform, shown on a small assistant with two deliberate faults. */
@NullMarked
package io.parley.cli.demo;

import org.jspecify.annotations.NullMarked;
