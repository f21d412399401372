package io.parley.auth.revocations;

import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class RevocationRepository {

    /** A token lives for ten minutes at most. Sessions and keys that went with a workspace are known to the audit log only. */
    private static final String RECENT = """
            select id::text as subject, null::timestamptz as changed_at from sessions where ended_at > now() - interval '11 minutes'
            union
            select id::text, null from api_keys where revoked_at > now() - interval '11 minutes'
            union
            select object::text, null from audit
            where action in ('user.erased', 'session.ended', 'api-key.revoked') and at > now() - interval '11 minutes'
            union all
            select object || ' ' || workspace_id, max(at) from audit
            where action in ('member.role-set', 'member.removed') and at > now() - interval '11 minutes'
            group by object, workspace_id
            """;

    private final Pool pool;

    RevocationRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<RevocationsView> recent() {
        return pool.preparedQuery(RECENT).execute().map(RevocationRepository::view);
    }

    private static RevocationsView view(RowSet<Row> rows) {
        List<Revocation> all = Rows.list(rows, Revocation::of);
        return new RevocationsView(
                all.stream()
                        .filter(revocation -> revocation.changedAt() == null)
                        .map(Revocation::subject)
                        .toList(),
                all.stream()
                        .filter(revocation -> revocation.changedAt() != null)
                        .collect(Collectors.toUnmodifiableMap(Revocation::subject, Revocation::at)));
    }

    private record Revocation(String subject, @Nullable Instant changedAt) {

        static Revocation of(Row row) {
            var changedAt = row.getOffsetDateTime("changed_at");
            return new Revocation(row.getString("subject"), changedAt == null ? null : changedAt.toInstant());
        }

        Instant at() {
            return Objects.requireNonNull(changedAt);
        }
    }
}
