package io.parley.auth.sessions;

import io.parley.auth.opaque.OpaqueSecret;
import io.parley.auth.tokens.AccessTokens;
import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Opens sessions for users whom somebody else vouches for. What that is worth is for one workspace to say, and so such a session
 * is good in that workspace only, and for twelve hours at most, however often its tokens are refreshed.
 */
@ApplicationScoped
public class ConfinedSessions {

    private final SessionRepository repository;
    private final AccessTokens accessTokens;

    ConfinedSessions(SessionRepository repository, AccessTokens accessTokens) {
        this.repository = repository;
        this.accessTokens = accessTokens;
    }

    /** Fails with 404 if the user is not in the workspace. */
    public Uni<TokensView> open(UserId user, WorkspaceId workspace, Client client) {
        String refreshToken = OpaqueSecret.generate();
        return repository
                .openConfined(user, workspace, refreshToken, client)
                .map(opened -> opened.orElseThrow(SessionProblems.NOT_A_MEMBER::problem))
                .chain(grant -> accessTokens.issue(grant))
                .map(access -> TokensView.of(access, refreshToken, workspace));
    }
}
