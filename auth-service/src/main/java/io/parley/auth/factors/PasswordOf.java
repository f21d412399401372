package io.parley.auth.factors;

import io.vertx.mutiny.sqlclient.Row;

/** What a user's password is checked against. */
record PasswordOf(String email, String hash) {

    static PasswordOf of(Row row) {
        return new PasswordOf(row.getString("email"), row.getString("password_hash"));
    }

    /** Says nothing of the hash. */
    @Override
    public String toString() {
        return "PasswordOf[]";
    }
}
