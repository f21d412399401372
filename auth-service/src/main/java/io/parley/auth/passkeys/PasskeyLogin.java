package io.parley.auth.passkeys;

import io.parley.contracts.WorkspaceId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** @param workspaceId what the tokens are to be for; without it the workspace the user joined first */
record PasskeyLogin(
        @NotNull @Valid UsedKey credential, @Nullable WorkspaceId workspaceId) {}
