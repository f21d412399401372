/** {@code language}: which language a text is written in. */
@NullMarked
package io.parley.validation.language;

import org.jspecify.annotations.NullMarked;
