package io.parley.auth.mails;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/** A mail as it is stored. */
record WaitingMail(UUID id, String recipient, Occasion occasion, Instant createdAt) {

    static WaitingMail of(Row row) {
        return new WaitingMail(
                row.getUUID("id"),
                row.getString("recipient"),
                Occasion.of(row.getString("occasion")),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
