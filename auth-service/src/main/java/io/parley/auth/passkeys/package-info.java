/** Logging in with a key that a device keeps (Web Authentication, Level 3), instead of a password and a code. */
@NullMarked
package io.parley.auth.passkeys;

import org.jspecify.annotations.NullMarked;
