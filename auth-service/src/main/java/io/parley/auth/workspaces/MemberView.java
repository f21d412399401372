package io.parley.auth.workspaces;

import io.parley.auth.tokens.Role;
import io.parley.contracts.UserId;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a workspace.
 *
 * @param email of who signs in at an identity provider: what that told, if anything
 * @param since when the user joined
 */
record MemberView(UserId userId, @Nullable String email, String displayName, Role role, Instant since) {

    static MemberView of(Row row) {
        return new MemberView(
                new UserId(row.getUUID("user_id")),
                row.getString("email"),
                row.getString("display_name"),
                Role.of(row.getString("role")),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
