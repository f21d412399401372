/** Passwords: what is accepted as one, and how it is stored and verified. */
@NullMarked
package io.parley.auth.passwords;

import org.jspecify.annotations.NullMarked;
