package io.parley.auth.invitations;

import io.parley.auth.opaque.OpaqueSecret;
import io.parley.auth.pages.IdCursor;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Each method is one statement, so that what it does happens as a whole, its mail and its line in the audit log included. */
@ApplicationScoped
class InvitationRepository {

    private final Pool pool;

    InvitationRepository(Pool pool) {
        this.pool = pool;
    }

    /** Nothing: whoever has the address is a member. */
    Uni<Optional<InvitationView>> invite(
            WorkspaceId workspace, UUID actor, Invite invite, String token, String sealedToken) {
        return pool.preparedQuery(InvitationSql.INVITE)
                .execute(Tuple.of(
                        workspace.value(),
                        actor,
                        invite.email(),
                        invite.role().text(),
                        OpaqueSecret.hash(token),
                        sealedToken))
                .map(rows -> Rows.first(rows, InvitationView::of));
    }

    /** Those that are neither accepted nor revoked. */
    Uni<Page<InvitationView>> list(WorkspaceId workspace, int limit, @Nullable String after) {
        return pool.preparedQuery(InvitationSql.LIST)
                .execute(Tuple.of(workspace.value(), IdCursor.parse(after), limit + 1))
                .map(rows -> Rows.list(rows, InvitationView::of))
                .map(invitations -> Page.of(invitations, limit, last -> IdCursor.of(last.id())));
    }

    /** Whether there was such an invitation to revoke. */
    Uni<Boolean> revoke(WorkspaceId workspace, UUID actor, UUID invitation) {
        return pool.preparedQuery(InvitationSql.REVOKE)
                .execute(Tuple.of(workspace.value(), actor, invitation))
                .map(revoked -> revoked.rowCount() > 0);
    }

    /** What the user is a member of by it. Nothing: the token is not good for this user. */
    Uni<Optional<AcceptedView>> accept(String token, UUID user) {
        return pool.preparedQuery(InvitationSql.ACCEPT)
                .execute(Tuple.of(OpaqueSecret.hash(token), user))
                .map(rows -> Rows.first(rows, AcceptedView::of));
    }
}
