package io.parley.auth.keys;

import io.parley.auth.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class SigningKeyRepository {

    private static final String CURRENT = """
            select id, public_key, private_key from signing_keys where current
            """;

    private static final String PUBLIC_KEYS = """
            select id, public_key from signing_keys order by created_at
            """;

    private static final String ADD_FIRST = """
            insert into signing_keys (id, public_key, private_key, current)
            values ($1, $2, $3, true)
            on conflict do nothing
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

    /** Does nothing when there is a current key. */
    Uni<Void> addFirst(Stored key) {
        return pool.preparedQuery(ADD_FIRST)
                .execute(Tuple.of(key.id(), key.publicKey(), key.privateKey()))
                .replaceWithVoid();
    }

    Uni<List<Jwk>> publicKeys() {
        return pool.preparedQuery(PUBLIC_KEYS).execute().map(rows -> Rows.all(rows, SigningKeyRepository::jwk));
    }

    private static Jwk jwk(Row row) {
        return Jwk.of(
                row.getString("id"),
                SigningKey.publicKey(row.getBuffer("public_key").getBytes()));
    }
}
