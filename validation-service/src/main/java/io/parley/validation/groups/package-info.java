/** Assertions made of other assertions. No framework, no I/O. */
@NullMarked
package io.parley.validation.groups;

import org.jspecify.annotations.NullMarked;
