package io.parley.auth.audit;

import io.parley.auth.pages.IdCursor;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AuditRepository {

    private static final int BATCH = 1_000;

    /** $1 workspace, $2 the last entry before the page or null, $3 action or null, $4 limit. */
    private static final String PAGE = """
            select id, at, actor, action, object, details::text as details
            from audit
            where workspace_id = $1 and ($2::uuid is null or id > $2) and ($3::text is null or action = $3)
            order by id
            limit $4
            """;

    private final Pool pool;

    AuditRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<AuditEntry>> list(WorkspaceId workspace, @Nullable String action, int limit, @Nullable String after) {
        return entries(workspace, IdCursor.parse(after), action, limit + 1)
                .map(entries -> Page.of(entries, limit, entry -> IdCursor.of(entry.id())));
    }

    /** All of it from the start, read in batches as fast as it is taken. */
    Multi<AuditEntry> all(WorkspaceId workspace) {
        AtomicReference<@Nullable UUID> last = new AtomicReference<>();
        return Multi.createBy()
                .repeating()
                .uni(() -> entries(workspace, last.get(), null, BATCH))
                .whilst(batch -> batch.size() == BATCH)
                .invoke(batch -> batch.forEach(entry -> last.set(entry.id())))
                .onItem()
                .disjoint();
    }

    private Uni<List<AuditEntry>> entries(
            WorkspaceId workspace, @Nullable UUID after, @Nullable String action, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(workspace.value(), after, action, limit))
                .map(rows -> Rows.list(rows, AuditEntry::of));
    }
}
