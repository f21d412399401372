/** Which assertions there are, and how they are read. No framework, no I/O. */
@NullMarked
package io.parley.validation.catalogue;

import org.jspecify.annotations.NullMarked;
