package io.parley.auth.invitations;

import io.parley.auth.tokens.Role;
import io.parley.contracts.WorkspaceId;
import io.vertx.mutiny.sqlclient.Row;

/** What somebody is a member of now; refreshing their token can name it. */
record AcceptedView(WorkspaceId workspaceId, Role role) {

    static AcceptedView of(Row row) {
        return new AcceptedView(new WorkspaceId(row.getUUID("workspace_id")), Role.of(row.getString("role")));
    }
}
