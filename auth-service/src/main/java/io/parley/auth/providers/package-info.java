/** The provider of identity that a workspace trusts, and what it lets its users do there. */
@NullMarked
package io.parley.auth.providers;

import org.jspecify.annotations.NullMarked;
