/** Assertions that people decide. No framework, no I/O. */
@NullMarked
package io.parley.validation.people;

import org.jspecify.annotations.NullMarked;
