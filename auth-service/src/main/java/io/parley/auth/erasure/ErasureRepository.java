package io.parley.auth.erasure;

import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a method does happens as a whole, its line in the audit log included. */
@ApplicationScoped
class ErasureRepository {

    private final Pool pool;

    ErasureRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<Proof>> proof(UUID user, @Nullable UUID session) {
        return pool.preparedQuery(ErasureSql.PROOF)
                .execute(Tuple.of(user, session))
                .map(rows -> Rows.first(rows, Proof::of));
    }

    Uni<Optional<UUID>> idOf(String email) {
        return pool.preparedQuery(ErasureSql.ID_OF)
                .execute(Tuple.of(email))
                .map(rows -> Rows.first(rows, row -> row.getUUID("id")));
    }

    /**
     * Nothing: there is no such user. What others are writing about the user is waited for; each lock is a statement of its own,
     * because only one that begins later sees it.
     */
    Uni<Optional<Erasure>> erase(UUID user, UUID actor) {
        return pool.withTransaction(transaction -> lock(transaction, user)
                        .chain(() -> transaction.preparedQuery(ErasureSql.ERASE).execute(Tuple.of(user, actor))))
                .map(rows -> Rows.first(rows, Erasure::of));
    }

    private static Uni<RowSet<Row>> lock(SqlConnection transaction, UUID user) {
        Tuple whom = Tuple.of(user);
        return transaction
                .preparedQuery(ErasureSql.LOCK_OWNERS)
                .execute(whom)
                .chain(() -> transaction.preparedQuery(ErasureSql.LOCK_USER).execute(whom))
                .chain(() ->
                        transaction.preparedQuery(ErasureSql.LOCK_WORKSPACES).execute(whom));
    }

    /** Takes away what was written to an address while its user was erased. */
    Uni<Void> sweep(String email) {
        return pool.preparedQuery(ErasureSql.SWEEP).execute(Tuple.of(email)).replaceWithVoid();
    }
}
