/** What access tokens are void by before they expire, for every service to ask. */
@NullMarked
package io.parley.auth.revocations;

import org.jspecify.annotations.NullMarked;
