package io.parley.auth.sessions;

import io.parley.auth.opaque.OpaqueSecret;
import io.parley.auth.tokens.AccessTokens;
import io.parley.auth.tokens.Grant;
import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens sessions for users who have proved who they are otherwise than by a password. */
@ApplicationScoped
public class ProvenSessions {

    private final SessionRepository repository;
    private final AccessTokens accessTokens;

    ProvenSessions(SessionRepository repository, AccessTokens accessTokens) {
        this.repository = repository;
        this.accessTokens = accessTokens;
    }

    /**
     * Like a login's.
     *
     * @param workspace fails with 404 if the user is not in it; null for the one they joined first
     */
    public Uni<TokensView> open(UserId user, @Nullable WorkspaceId workspace, Client client) {
        String refreshToken = OpaqueSecret.generate();
        return tokens(repository.open(user, workspace, refreshToken, client), refreshToken);
    }

    /**
     * For a user whom somebody else vouches for. What that is worth is for one workspace to say, and so such a session is good in
     * that workspace only, and for twelve hours at most, however often its tokens are refreshed. Fails with 404 if the
     * user is not in the workspace.
     */
    public Uni<TokensView> openConfined(UserId user, WorkspaceId workspace, Client client) {
        String refreshToken = OpaqueSecret.generate();
        return tokens(repository.openConfined(user, workspace, refreshToken, client), refreshToken);
    }

    private Uni<TokensView> tokens(Uni<Optional<Grant.OfUser>> opening, String refreshToken) {
        return opening.map(opened -> opened.orElseThrow(SessionProblems.NOT_A_MEMBER::problem))
                .chain(grant -> accessTokens
                        .issue(grant)
                        .map(access -> TokensView.of(access, refreshToken, grant.workspace())));
    }
}
