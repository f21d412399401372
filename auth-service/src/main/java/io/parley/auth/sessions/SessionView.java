package io.parley.auth.sessions;

import io.parley.contracts.WorkspaceId;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session that has not ended.
 *
 * @param usedAt when tokens were last given out in it
 * @param address where the login came from
 * @param agent what the client called itself
 * @param current whether it is the one that asks
 */
record SessionView(
        UUID id,
        WorkspaceId workspaceId,
        Instant createdAt,
        Instant usedAt,
        @Nullable String address,
        @Nullable String agent,
        boolean current) {

    static SessionView of(Row row) {
        return new SessionView(
                row.getUUID("id"),
                new WorkspaceId(row.getUUID("workspace_id")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("used_at").toInstant(),
                row.getString("address"),
                row.getString("agent"),
                row.getBoolean("current"));
    }
}
