package io.parley.auth.invitations;

import io.parley.auth.tokens.Role;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that has been neither accepted nor revoked.
 *
 * @param invitedBy id of the user; null once they are erased
 * @param expiresAt from when on it cannot be accepted
 */
record InvitationView(
        UUID id, String email, Role role, @Nullable UUID invitedBy, Instant createdAt, Instant expiresAt) {

    static InvitationView of(Row row) {
        return new InvitationView(
                row.getUUID("id"),
                row.getString("email"),
                Role.of(row.getString("role")),
                row.getUUID("invited_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant());
    }
}
