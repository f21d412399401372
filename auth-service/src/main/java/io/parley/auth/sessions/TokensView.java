package io.parley.auth.sessions;

import io.parley.auth.tokens.AccessToken;
import io.parley.contracts.WorkspaceId;

/**
 * Tokens as they are handed out.
 *
 * @param expiresIn seconds until the access token ends
 * @param refreshToken good for one refresh
 */
public record TokensView(
        String accessToken, String tokenType, long expiresIn, String refreshToken, WorkspaceId workspaceId) {

    static TokensView of(AccessToken access, String refreshToken, WorkspaceId workspace) {
        return new TokensView(access.text(), "Bearer", access.lifetime().toSeconds(), refreshToken, workspace);
    }

    /** Says nothing of the tokens. */
    @Override
    public String toString() {
        return "TokensView[" + workspaceId + "]";
    }
}
