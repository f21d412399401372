/** Taking a user away, with everything that is theirs. */
@NullMarked
package io.parley.auth.erasure;

import org.jspecify.annotations.NullMarked;
