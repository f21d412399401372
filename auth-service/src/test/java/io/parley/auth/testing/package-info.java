/** What the tests of the service share. */
@NullMarked
package io.parley.auth.testing;

import org.jspecify.annotations.NullMarked;
