/** Assertions on how the target behaved: how long it took. No framework, no I/O. */
@NullMarked
package io.parley.validation.behaviour;

import org.jspecify.annotations.NullMarked;
