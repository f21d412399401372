package io.parley.auth.workspaces;

import io.parley.auth.tokens.Role;
import io.parley.contracts.WorkspaceId;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/** @param role the caller's */
record WorkspaceView(WorkspaceId id, String name, Role role, Instant createdAt) {

    static WorkspaceView of(Row row) {
        return new WorkspaceView(
                new WorkspaceId(row.getUUID("id")),
                row.getString("name"),
                Role.of(row.getString("role")),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
