package io.parley.auth.recovery;

import io.parley.auth.opaque.OpaqueSecret;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Each method is one statement, so that what it does happens as a whole, its line in the audit log included. */
@ApplicationScoped
class RecoveryRepository {

    private final Pool pool;

    RecoveryRepository(Pool pool) {
        this.pool = pool;
    }

    /** Notes what somebody asks for; the same work whether the address has an account or not. */
    Uni<Void> ask(String email, Purpose purpose, String token, String sealedToken) {
        return pool.preparedQuery(RecoverySql.ASK)
                .execute(Tuple.of(email, purpose.text(), OpaqueSecret.hash(token), sealedToken))
                .replaceWithVoid();
    }

    /** Writes the mails that were asked for. Replicas can do so at the same time. */
    Uni<Void> answer() {
        return pool.preparedQuery(RecoverySql.ANSWER).execute().replaceWithVoid();
    }

    /** Whether the token was good for that. */
    Uni<Boolean> verify(String token) {
        return pool.preparedQuery(RecoverySql.VERIFY)
                .execute(Tuple.of(OpaqueSecret.hash(token)))
                .map(verified -> verified.rowCount() > 0);
    }

    /** Whose password the token can reset. */
    Uni<Optional<String>> emailOf(String token) {
        return pool.preparedQuery(RecoverySql.EMAIL_OF)
                .execute(Tuple.of(OpaqueSecret.hash(token)))
                .map(rows -> Rows.first(rows, row -> row.getString("email")));
    }

    /** Sets a new password and ends every session. False: the token was used meanwhile. */
    Uni<Boolean> reset(String token, String passwordHash) {
        return pool.preparedQuery(RecoverySql.RESET)
                .execute(Tuple.of(OpaqueSecret.hash(token), passwordHash))
                .map(reset -> reset.rowCount() > 0);
    }
}
