package io.parley.auth.workspaces;

import io.parley.auth.pages.IdCursor;
import io.parley.contracts.UserId;
import io.parley.platform.database.Rows;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class WorkspaceRepository {

    private static final String OF = """
            select w.id, w.name, w.created_at, m.role
            from workspaces w join members m on m.workspace_id = w.id
            where m.user_id = $1 and ($2::uuid is null or w.id > $2)
            order by w.id
            limit $3
            """;

    private static final String ADD = """
            with workspace as (
                insert into workspaces (name) select $1 from users where id = $2 and email is not null
                returning id, name, created_at
            ), membership as (
                insert into members (workspace_id, user_id, role)
                select id, $2, 'owner' from workspace
                returning role
            ), audited as (
                insert into audit (workspace_id, actor, action, object)
                select id, $2, 'workspace.created', id from workspace
            )
            select w.id, w.name, w.created_at, m.role from workspace w, membership m
            """;

    private final Pool pool;

    WorkspaceRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<WorkspaceView>> of(UserId user, int limit, @Nullable String after) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of(user.value(), IdCursor.parse(after), limit + 1))
                .map(rows -> Rows.list(rows, WorkspaceView::of))
                .map(found ->
                        Page.of(found, limit, last -> IdCursor.of(last.id().value())));
    }

    /** Adds a workspace whose only member and owner is this user. Nothing: the user has no account of their own. */
    Uni<Optional<WorkspaceView>> add(String name, UserId owner) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.of(name, owner.value()))
                .map(rows -> Rows.first(rows, WorkspaceView::of));
    }
}
