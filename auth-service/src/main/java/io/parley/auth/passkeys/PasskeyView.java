package io.parley.auth.passkeys;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key that its owner can log in with. */
record PasskeyView(
        UUID id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {

    static PasskeyView of(Row row) {
        @Nullable OffsetDateTime used = row.getOffsetDateTime("last_used_at");
        return new PasskeyView(
                row.getUUID("id"),
                row.getString("name"),
                row.getOffsetDateTime("created_at").toInstant(),
                used == null ? null : used.toInstant());
    }
}
