/** Assertions on how the target behaved: what it understood, how long it took, what it used. No framework, no I/O. */
@NullMarked
package io.parley.validation.behaviour;

import org.jspecify.annotations.NullMarked;
