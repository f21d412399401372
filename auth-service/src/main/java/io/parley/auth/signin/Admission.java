package io.parley.auth.signin;

import io.parley.auth.sessions.Client;
import io.parley.auth.sessions.ProvenSessions;
import io.parley.auth.sessions.TokensView;
import io.parley.auth.tokens.Role;
import io.parley.contracts.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets people in whom a provider vouches for, as long as the workspace trusts it: to ask a provider takes a while, in which it can
 * have been removed. Who removes it waits for whoever is being let in, and then ends that session too.
 */
@ApplicationScoped
class Admission {

    private final Pool pool;
    private final SignInRepository repository;
    private final ProvenSessions sessions;

    Admission(Pool pool, SignInRepository repository, ProvenSessions sessions) {
        this.pool = pool;
        this.repository = repository;
        this.sessions = sessions;
    }

    Uni<TokensView> admit(WorkspaceId workspace, Identified identified, Role role, Client client) {
        return pool.withTransaction(transaction -> requireTrust(transaction, workspace, identified)
                        .chain(() -> repository.admit(transaction, workspace, identified.identity(), role))
                        .chain(user -> sessions.openConfined(transaction, user, workspace, client)))
                .chain(sessions::tokens);
    }

    private Uni<Boolean> requireTrust(SqlConnection transaction, WorkspaceId workspace, Identified identified) {
        return repository
                .keepProvider(transaction, workspace, identified.identity().issuer())
                .invoke(Admission::requireTrusted);
    }

    private static void requireTrusted(boolean trusted) {
        if (!trusted) {
            throw SignInProblems.refused("the workspace has another identity provider now, or none");
        }
    }
}
