package io.parley.auth.users;

import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;

/** @param workspaceId a workspace of the user's own */
record RegisteredView(UserId id, String email, String displayName, WorkspaceId workspaceId) {}
