package io.parley.auth.users;

import io.parley.auth.tokens.Role;
import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;

/**
 * The account behind a token.
 *
 * @param emailVerified whether somebody has answered a mail to the address
 * @param operator whether the user runs the platform
 * @param workspaceId the workspace the token is for
 * @param role the user's role there as it is now
 */
record MeView(
        UserId id,
        String email,
        boolean emailVerified,
        String displayName,
        boolean operator,
        WorkspaceId workspaceId,
        Role role) {}
