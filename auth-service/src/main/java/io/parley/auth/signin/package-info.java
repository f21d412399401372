/** Signing in at the provider that a workspace trusts. */
@NullMarked
package io.parley.auth.signin;

import org.jspecify.annotations.NullMarked;
