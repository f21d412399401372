package io.parley.auth.users;

import io.parley.auth.tokens.Role;
import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * The account behind a token.
 *
 * @param email of who signed in at an identity provider: what that told, if anything
 * @param emailVerified whether somebody has answered a mail to the address
 * @param operator whether the user runs the platform
 * @param workspaceId the workspace the token is for
 * @param role the user's role there as it is now
 */
record MeView(
        UserId id,
        @Nullable String email,
        boolean emailVerified,
        String displayName,
        boolean operator,
        WorkspaceId workspaceId,
        Role role) {}
