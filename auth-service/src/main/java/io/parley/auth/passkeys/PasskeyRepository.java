package io.parley.auth.passkeys;

import io.parley.auth.opaque.OpaqueSecret;
import io.parley.contracts.UserId;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Each method is one statement, so that what it does happens as a whole, its line in the audit log included. */
@ApplicationScoped
class PasskeyRepository {

    private final Pool pool;

    PasskeyRepository(Pool pool) {
        this.pool = pool;
    }

    /** Nothing: the user has no account of their own. */
    Uni<Optional<Owner>> owner(UserId user) {
        return pool.preparedQuery(PasskeySql.OWNER)
                .execute(Tuple.of(user.value()))
                .map(rows -> Rows.first(rows, Owner::of));
    }

    /** @param user whose key is to be made; null where one is to be used */
    Uni<Void> challenge(String challenge, @Nullable UserId user) {
        return pool.preparedQuery(PasskeySql.CHALLENGE)
                .execute(Tuple.of(OpaqueSecret.hash(challenge), value(user)))
                .replaceWithVoid();
    }

    /** Whether the challenge was given out for that, and is answered for the first time. */
    Uni<Boolean> answer(String challenge, @Nullable UserId user) {
        return pool.preparedQuery(PasskeySql.ANSWER)
                .execute(Tuple.of(OpaqueSecret.hash(challenge), value(user)))
                .map(rows -> rows.size() > 0);
    }

    /** Nothing: the key is known, or the user has as many as one can have. */
    Uni<Optional<PasskeyView>> add(UserId user, String name, Candidate key) {
        return pool.preparedQuery(PasskeySql.ADD)
                .execute(Tuple.of(
                        user.value(),
                        key.keyId(),
                        name,
                        key.publicKey(),
                        key.algorithm().number(),
                        key.counter()))
                .map(rows -> Rows.first(rows, PasskeyView::of));
    }

    Uni<List<PasskeyView>> list(UserId user) {
        return pool.preparedQuery(PasskeySql.LIST)
                .execute(Tuple.of(user.value()))
                .map(rows -> Rows.list(rows, PasskeyView::of));
    }

    /** False: the user has no such key. */
    Uni<Boolean> remove(UserId user, UUID passkey) {
        return pool.preparedQuery(PasskeySql.REMOVE)
                .execute(Tuple.of(user.value(), passkey))
                .map(removed -> removed.rowCount() > 0);
    }

    Uni<Optional<StoredKey>> find(Buffer keyId) {
        return pool.preparedQuery(PasskeySql.FIND)
                .execute(Tuple.of(keyId))
                .map(rows -> Rows.first(rows, StoredKey::of));
    }

    /** False: another device has the key, too, and used it. */
    Uni<Boolean> use(StoredKey key, long counter) {
        return pool.preparedQuery(PasskeySql.USE)
                .execute(Tuple.of(key.id(), counter))
                .map(used -> used.rowCount() > 0);
    }

    private static @Nullable UUID value(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
