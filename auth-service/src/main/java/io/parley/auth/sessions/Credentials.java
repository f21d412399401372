package io.parley.auth.sessions;

import io.parley.contracts.UserId;
import io.vertx.mutiny.sqlclient.Row;

/** What a login is checked against. */
record Credentials(UserId user, String email, String passwordHash) {

    static Credentials of(Row row) {
        return new Credentials(new UserId(row.getUUID("id")), row.getString("email"), row.getString("password_hash"));
    }

    /** Says nothing of the hash. */
    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
