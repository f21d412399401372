package io.parley.auth.passkeys;

import io.parley.contracts.UserId;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/** A key as it is stored: enough to know its signatures, and nothing to make them with. */
record StoredKey(UUID id, UserId user, Buffer publicKey, Algorithm algorithm) {

    static StoredKey of(Row row) {
        return new StoredKey(
                row.getUUID("id"),
                new UserId(row.getUUID("user_id")),
                row.getBuffer("public_key").getDelegate(),
                Algorithm.of(row.getInteger("algorithm")));
    }
}
