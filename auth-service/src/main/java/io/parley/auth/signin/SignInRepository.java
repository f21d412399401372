package io.parley.auth.signin;

import io.parley.auth.oidc.IdToken;
import io.parley.auth.opaque.OpaqueSecret;
import io.parley.auth.tokens.Role;
import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Each method is one statement, its line in the audit log included; those that take a transaction are part of a longer one. */
@ApplicationScoped
class SignInRepository {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;

    private final Pool pool;

    SignInRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> begin(WorkspaceId workspace, SignIn signIn, String sealedVerifier) {
        return pool.preparedQuery(SignInSql.BEGIN)
                .execute(Tuple.of(OpaqueSecret.hash(signIn.state()), workspace.value(), signIn.nonce(), sealedVerifier))
                .replaceWithVoid();
    }

    /** Of many calls with one state at most one gets it, and none that comes back to another workspace. */
    Uni<Optional<BegunSignIn>> take(WorkspaceId workspace, String state) {
        return pool.preparedQuery(SignInSql.TAKE)
                .execute(Tuple.of(OpaqueSecret.hash(state), workspace.value()))
                .map(rows -> Rows.first(rows, BegunSignIn::of));
    }

    /** Whether the workspace still trusts the issuer, and if it does, it goes on to until the transaction ends. */
    Uni<Boolean> keepProvider(SqlConnection transaction, WorkspaceId workspace, String issuer) {
        return transaction
                .preparedQuery(SignInSql.KEEP_PROVIDER)
                .execute(Tuple.of(workspace.value(), issuer))
                .map(rows -> rows.size() > 0);
    }

    /** Whoever this is has the role in the workspace from now on, as a user of the workspace's own. */
    Uni<UserId> admit(SqlConnection transaction, WorkspaceId workspace, IdToken identity, Role role) {
        return transaction
                .preparedQuery(SignInSql.ADMIT)
                .execute(Tuple.of(
                        workspace.value(),
                        identity.issuer(),
                        identity.subject(),
                        shortened(identity.name(), LONGEST_NAME),
                        identity.email()
                                .filter(email -> email.length() <= LONGEST_EMAIL)
                                .orElse(null),
                        role.text()))
                .map(rows -> new UserId(rows.iterator().next().getUUID("user_id")));
    }

    Uni<Void> expel(WorkspaceId workspace, IdToken identity) {
        return pool.preparedQuery(SignInSql.EXPEL)
                .execute(Tuple.of(workspace.value(), identity.issuer(), identity.subject()))
                .replaceWithVoid();
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
