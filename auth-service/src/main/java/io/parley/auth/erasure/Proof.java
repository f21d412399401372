package io.parley.auth.erasure;

import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a user's wish is checked against.
 *
 * @param email null of who signs in at a provider
 * @param fresh whether the session that asks was opened within the last ten minutes
 */
record Proof(@Nullable String email, boolean fresh) {

    static Proof of(Row row) {
        return new Proof(row.getString("email"), row.getBoolean("fresh"));
    }
}
