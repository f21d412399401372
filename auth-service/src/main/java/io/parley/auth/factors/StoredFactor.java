package io.parley.auth.factors;

import io.vertx.mutiny.sqlclient.Row;

/**
 * A second factor as it is stored.
 *
 * @param secret sealed
 * @param confirmed whether logins ask for it
 */
record StoredFactor(String secret, boolean confirmed) {

    static StoredFactor of(Row row) {
        return new StoredFactor(row.getString("secret"), row.getBoolean("confirmed"));
    }
}
