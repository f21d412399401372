/** Assertions on the structure of an answer: JSON, what a path finds in it, what a schema accepts. No framework, no I/O. */
@NullMarked
package io.parley.validation.structure;

import org.jspecify.annotations.NullMarked;
