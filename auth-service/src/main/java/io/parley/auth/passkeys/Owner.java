package io.parley.auth.passkeys;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;

/**
 * Who is to have a key.
 *
 * @param keys ids of the keys they have, base64url
 */
record Owner(UUID id, String email, String displayName, List<String> keys) {

    /** What devices know the user by: the 16 bytes of the id, base64url. */
    String handle() {
        return Base64Url.encode(
                Buffer.buffer().appendLong(id.getMostSignificantBits()).appendLong(id.getLeastSignificantBits()));
    }

    static Owner of(Row row) {
        return new Owner(
                row.getUUID("id"),
                row.getString("email"),
                row.getString("display_name"),
                List.of(row.getArrayOfStrings("keys")));
    }
}
