/** What tests of assertions share. */
@NullMarked
package io.parley.validation.testing;

import org.jspecify.annotations.NullMarked;
