/** What every assertion is: what it looks at, what it needs to know, what it says. No I/O. */
@NullMarked
package io.parley.validation.assertions;

import org.jspecify.annotations.NullMarked;
