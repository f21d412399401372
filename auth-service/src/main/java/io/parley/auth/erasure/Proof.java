package io.parley.auth.erasure;

import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a user's wish is checked against.
 *
 * @param email null, as the hash is, of who signs in at a provider
 * @param fresh whether the session that asks was opened within the last ten minutes
 */
record Proof(@Nullable String email, @Nullable String passwordHash, boolean fresh) {

    static Proof of(Row row) {
        return new Proof(row.getString("email"), row.getString("password_hash"), row.getBoolean("fresh"));
    }

    /** Says nothing of the hash. */
    @Override
    public String toString() {
        return "Proof[]";
    }
}
