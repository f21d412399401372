package io.parley.auth.erasure;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That somebody was erased.
 *
 * @param id of the line in the audit log that says so
 * @param userId what the audit log has in place of a name; runs, reviews and comments of other services may name it, too
 * @param workspaces that nobody else was in, erased too
 */
record ReceiptView(UUID id, UUID userId, Instant erasedAt, List<UUID> workspaces) {

    static ReceiptView of(Row row) {
        return new ReceiptView(
                row.getUUID("receipt"),
                row.getUUID("user_id"),
                row.getOffsetDateTime("erased_at").toInstant(),
                List.of(row.getArrayOfUUIDs("workspaces")));
    }
}
