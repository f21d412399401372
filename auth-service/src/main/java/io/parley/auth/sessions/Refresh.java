package io.parley.auth.sessions;

import io.parley.contracts.WorkspaceId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param workspaceId what the tokens are to be for from now on; without it the session's workspace */
record Refresh(
        @NotNull @Size(max = 100) String refreshToken,
        @Nullable WorkspaceId workspaceId) {

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "Refresh[" + workspaceId + "]";
    }
}
