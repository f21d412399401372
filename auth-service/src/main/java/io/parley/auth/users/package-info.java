/** Accounts: registration, the first owner, one's own account. */
@NullMarked
package io.parley.auth.users;

import org.jspecify.annotations.NullMarked;
