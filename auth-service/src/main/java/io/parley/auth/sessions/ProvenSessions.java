package io.parley.auth.sessions;

import io.parley.auth.opaque.OpaqueSecret;
import io.parley.auth.tokens.AccessTokens;
import io.parley.auth.tokens.Grant;
import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
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

    /** A session whose tokens nobody has yet. */
    public record Opened(Grant.OfUser grant, String refreshToken) {

        /** Says nothing of the token. */
        @Override
        public String toString() {
            return "Opened[" + grant.session() + "]";
        }
    }

    /**
     * Like a login's.
     *
     * @param workspace fails with 404 if the user is not in it; null for the one they joined first
     */
    public Uni<TokensView> open(UserId user, @Nullable WorkspaceId workspace, Client client) {
        String refreshToken = OpaqueSecret.generate();
        return repository
                .open(user, workspace, refreshToken, client)
                .map(found -> opened(found, refreshToken))
                .chain(this::tokens);
    }

    /**
     * Within a transaction, for a user whom somebody else vouches for. What that is worth is for one workspace to say, and so such a session is good in
     * that workspace only, and for twelve hours at most, however often its tokens are refreshed. Fails with 404 if the
     * user is not in the workspace.
     */
    public Uni<Opened> openConfined(SqlConnection transaction, UserId user, WorkspaceId workspace, Client client) {
        String refreshToken = OpaqueSecret.generate();
        return repository
                .openConfined(transaction, user, workspace, refreshToken, client)
                .map(found -> opened(found, refreshToken));
    }

    /** The tokens of a session, once the transaction that opened it is committed. */
    public Uni<TokensView> tokens(Opened session) {
        return accessTokens
                .issue(session.grant())
                .map(access -> TokensView.of(
                        access, session.refreshToken(), session.grant().workspace()));
    }

    private static Opened opened(Optional<Grant.OfUser> found, String refreshToken) {
        return new Opened(found.orElseThrow(SessionProblems.NOT_A_MEMBER::problem), refreshToken);
    }
}
