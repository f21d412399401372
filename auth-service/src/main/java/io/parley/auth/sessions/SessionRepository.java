package io.parley.auth.sessions;

import io.parley.auth.opaque.OpaqueSecret;
import io.parley.auth.tokens.Grant;
import io.parley.auth.tokens.Role;
import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Each method is one statement, so that what it does happens as a whole, its line in the audit log included. */
@ApplicationScoped
class SessionRepository {

    private final Pool pool;

    SessionRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<Credentials>> credentials(String email) {
        return pool.preparedQuery(SessionSql.CREDENTIALS)
                .execute(Tuple.of(email))
                .map(rows -> Rows.first(rows, Credentials::of));
    }

    /** Opens a session in one of the user's workspaces. Nothing: the user is not in it, or in none. */
    Uni<Optional<Grant.OfUser>> open(UserId user, @Nullable WorkspaceId workspace, String refreshToken, Client client) {
        return open(pool, user, workspace, refreshToken, client, false);
    }

    /** Opens a session that is good in this workspace only. Nothing: the user is not in it. */
    Uni<Optional<Grant.OfUser>> openConfined(
            SqlConnection transaction, UserId user, WorkspaceId workspace, String refreshToken, Client client) {
        return open(transaction, user, workspace, refreshToken, client, true);
    }

    private static Uni<Optional<Grant.OfUser>> open(
            SqlClient database,
            UserId user,
            @Nullable WorkspaceId workspace,
            String refreshToken,
            Client client,
            boolean confined) {
        return database.preparedQuery(SessionSql.OPEN)
                .execute(Tuple.of(
                        user.value(),
                        value(workspace),
                        OpaqueSecret.hash(refreshToken),
                        client.address(),
                        client.agent(),
                        confined))
                .map(rows -> Rows.first(rows, SessionRepository::grant));
    }

    /**
     * Spends the token and puts its successor in its place. Nothing: it cannot be spent; {@link #find} tells why. Of
     * many calls with one token at most one spends it.
     */
    Uni<Optional<Grant.OfUser>> rotate(Refresh refresh, String successor, String sealedSuccessor) {
        return pool.preparedQuery(SessionSql.ROTATE)
                .execute(Tuple.of(
                        OpaqueSecret.hash(refresh.refreshToken()),
                        value(refresh.workspaceId()),
                        OpaqueSecret.hash(successor),
                        sealedSuccessor))
                .map(rows -> Rows.first(rows, SessionRepository::grant));
    }

    Uni<Optional<Presented>> find(Refresh refresh) {
        return pool.preparedQuery(SessionSql.FIND)
                .execute(Tuple.of(OpaqueSecret.hash(refresh.refreshToken()), value(refresh.workspaceId())))
                .map(rows -> Rows.first(rows, SessionRepository::presented));
    }

    Uni<Void> end(String refreshToken) {
        return pool.preparedQuery(SessionSql.END)
                .execute(Tuple.of(OpaqueSecret.hash(refreshToken)))
                .replaceWithVoid();
    }

    Uni<Void> endReused(UUID session) {
        return pool.preparedQuery(SessionSql.END_REUSED)
                .execute(Tuple.of(session))
                .replaceWithVoid();
    }

    /** The user's sessions that have not ended, the one used last first. */
    Uni<List<SessionView>> list(UserId user, @Nullable UUID current) {
        return pool.preparedQuery(SessionSql.LIST)
                .execute(Tuple.of(user.value(), current))
                .map(rows -> Rows.list(rows, SessionView::of));
    }

    /** False: the user has no such session that has not ended. */
    Uni<Boolean> endOne(UserId user, UUID session) {
        return pool.preparedQuery(SessionSql.END_ONE)
                .execute(Tuple.of(user.value(), session))
                .map(ended -> ended.rowCount() > 0);
    }

    Uni<Void> endAll(UserId user) {
        return pool.preparedQuery(SessionSql.END_ALL)
                .execute(Tuple.of(user.value()))
                .replaceWithVoid();
    }

    Uni<Optional<Credentials>> credentials(UserId user) {
        return pool.preparedQuery(SessionSql.CREDENTIALS_OF)
                .execute(Tuple.of(user.value()))
                .map(rows -> Rows.first(rows, Credentials::of));
    }

    /** Sets a new password and ends every session but one. */
    Uni<Void> changePassword(UserId user, String passwordHash, @Nullable UUID current) {
        return pool.preparedQuery(SessionSql.CHANGE_PASSWORD)
                .execute(Tuple.of(user.value(), passwordHash, current))
                .replaceWithVoid();
    }

    private static Presented presented(Row row) {
        if (!row.getBoolean("alive")) {
            return new Presented.Worthless();
        }
        boolean spent = row.getBoolean("spent");
        if (spent && !row.getBoolean("repeated")) {
            return new Presented.Reused(row.getUUID("session_id"));
        }
        if (!spent || row.getString("role") == null) {
            return new Presented.Elsewhere();
        }
        return new Presented.Repeated(grant(row), row.getString("successor"));
    }

    private static Grant.OfUser grant(Row row) {
        return new Grant.OfUser(
                new UserId(row.getUUID("user_id")),
                row.getUUID("session_id"),
                new WorkspaceId(row.getUUID("workspace_id")),
                Role.of(row.getString("role")),
                row.getBoolean("operator"));
    }

    private static @Nullable UUID value(@Nullable WorkspaceId workspace) {
        return workspace == null ? null : workspace.value();
    }
}
