package io.parley.auth.workspaces;

import io.parley.auth.pages.IdCursor;
import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MemberRepository {

    private final Pool pool;

    MemberRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<MemberView>> list(WorkspaceId workspace, int limit, @Nullable String after) {
        return pool.preparedQuery(MemberSql.LIST)
                .execute(Tuple.of(workspace.value(), IdCursor.parse(after), limit + 1))
                .map(rows -> Rows.list(rows, MemberView::of))
                .map(members -> Page.of(
                        members, limit, last -> IdCursor.of(last.userId().value())));
    }

    Uni<MemberChange> set(WorkspaceId workspace, UserId actor, boolean byOwner, SetMember member) {
        return pool.preparedQuery(MemberSql.SET)
                .execute(Tuple.of(
                        workspace.value(),
                        actor.value(),
                        byOwner,
                        member.email(),
                        member.role().text()))
                .map(rows -> Rows.first(rows, row -> MemberChange.of(row, byOwner)))
                .map(change -> change.orElseGet(MemberChange.NoSuchUser::new));
    }

    Uni<MemberChange> remove(WorkspaceId workspace, UserId actor, boolean byOwner, UserId user) {
        return pool.preparedQuery(MemberSql.REMOVE)
                .execute(Tuple.of(workspace.value(), actor.value(), byOwner, user.value()))
                .map(rows -> Rows.first(rows, row -> MemberChange.of(row, byOwner)))
                .map(change -> change.orElseGet(MemberChange.NoSuchMember::new));
    }
}
