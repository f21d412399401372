package io.parley.auth.erasure;

import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /** Nothing: there is no such user. */
    Uni<Optional<Erasure>> erase(UUID user, UUID actor) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(ErasureSql.LOCK)
                .execute(Tuple.of(user))
                .chain(() -> transaction.preparedQuery(ErasureSql.ERASE).execute(Tuple.of(user, actor)))
                .map(rows -> Rows.first(rows, Erasure::of)));
    }
}
