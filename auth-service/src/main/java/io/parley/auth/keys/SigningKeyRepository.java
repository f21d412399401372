package io.parley.auth.keys;

import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SigningKeyRepository {

    private static final String CURRENT = """
            select id, public_key, private_key from signing_keys where state = 'current'
            """;

    private static final String PUBLIC_KEYS = """
            select id, public_key from signing_keys
            where state <> 'retired' or retired_at > now() - interval '1 hour'
            order by created_at, id
            """;

    /** $1 to $3 a key, $4 its state; does nothing when there is one of that state. */
    private static final String ADD = """
            insert into signing_keys (id, public_key, private_key, state) values ($1, $2, $3, $4)
            on conflict do nothing
            """;

    /** Whoever rotates at the same time waits here, and rotates once more then. */
    private static final String LOCK = "lock table signing_keys in share row exclusive mode";

    private static final String RETIRE = """
            update signing_keys set state = 'retired', retired_at = now() where state = 'current'
            """;

    private static final String PROMOTE = """
            update signing_keys set state = 'current' where state = 'next'
            """;

    /** $1 who rotates. */
    private static final String AUDIT = """
            insert into audit (actor, action, object)
            select $1, 'signing-key.rotated', id::uuid from signing_keys where state = 'current'
            """;

    private final Pool pool;

    SigningKeyRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * A key pair as it is stored.
     *
     * @param publicKey X.509 SubjectPublicKeyInfo
     * @param privateKey PKCS #8, sealed
     */
    record Stored(String id, Buffer publicKey, String privateKey) {

        private static Stored of(Row row) {
            return new Stored(
                    row.getString("id"), row.getBuffer("public_key").getDelegate(), row.getString("private_key"));
        }
    }

    Uni<Optional<Stored>> current() {
        return pool.preparedQuery(CURRENT).execute().map(rows -> Rows.first(rows, Stored::of));
    }

    /** Puts a key where there is none yet: the first to sign, and the one to sign after it. */
    Uni<Void> addMissing(Stored current, Stored next) {
        return pool.withTransaction(
                transaction -> add(transaction, current, "current").chain(() -> add(transaction, next, "next")));
    }

    /**
     * The next key signs from now on, and another one is next.
     *
     * @param spare the next key where there is none yet
     */
    Uni<Void> rotate(Stored spare, Stored next, UUID actor) {
        return pool.withTransaction(transaction -> transaction
                .query(LOCK)
                .execute()
                .chain(() -> add(transaction, spare, "next"))
                .chain(() -> transaction.preparedQuery(RETIRE).execute())
                .chain(() -> transaction.preparedQuery(PROMOTE).execute())
                .chain(() -> add(transaction, next, "next"))
                .chain(() -> audit(transaction, actor)));
    }

    private static Uni<Void> audit(SqlConnection transaction, UUID actor) {
        return transaction.preparedQuery(AUDIT).execute(Tuple.of(actor)).replaceWithVoid();
    }

    private static Uni<Void> add(SqlConnection transaction, Stored key, String state) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.of(key.id(), key.publicKey(), key.privateKey(), state))
                .replaceWithVoid();
    }

    Uni<List<Jwk>> publicKeys() {
        return pool.preparedQuery(PUBLIC_KEYS).execute().map(rows -> Rows.list(rows, SigningKeyRepository::jwk));
    }

    private static Jwk jwk(Row row) {
        return Jwk.of(
                row.getString("id"),
                SigningKey.publicKey(row.getBuffer("public_key").getBytes()));
    }
}
