/** The keys that sign access tokens, and their public halves as a JWK set. */
@NullMarked
package io.parley.auth.keys;

import org.jspecify.annotations.NullMarked;
