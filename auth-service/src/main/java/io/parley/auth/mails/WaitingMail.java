package io.parley.auth.mails;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it is stored.
 *
 * @param token sealed; null where it tells of none
 * @param about name of what is offered, as somebody typed it; null where nothing is
 */
record WaitingMail(
        UUID id,
        String recipient,
        Occasion occasion,
        @Nullable String token,
        @Nullable String about,
        Instant createdAt) {

    static WaitingMail of(Row row) {
        return new WaitingMail(
                row.getUUID("id"),
                row.getString("recipient"),
                Occasion.of(row.getString("occasion")),
                row.getString("token"),
                row.getString("about"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
