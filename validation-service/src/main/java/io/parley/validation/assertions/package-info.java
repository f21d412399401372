/** The assertions of suite files: how they are read, and what each says of an answer. No framework, no I/O. */
@NullMarked
package io.parley.validation.assertions;

import org.jspecify.annotations.NullMarked;
