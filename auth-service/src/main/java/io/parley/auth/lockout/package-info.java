/** Logins that fail too often. */
@NullMarked
package io.parley.auth.lockout;

import org.jspecify.annotations.NullMarked;
