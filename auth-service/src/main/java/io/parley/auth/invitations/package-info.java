/** Invitations to a workspace. */
@NullMarked
package io.parley.auth.invitations;

import org.jspecify.annotations.NullMarked;
